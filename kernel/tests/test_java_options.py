"""Options that concern the language reach the compiler as well as the worker."""

PREVIEW = {
    17: 'String of(Object o) { return switch (o) { case Integer i && i > 3 -> "large"; case null -> "none"; default -> "other"; }; }',
    25: 'String of(Object o) { return switch (o) { case int i when i > 3 -> "large"; case null -> "none"; default -> "other"; }; }',
}
SCOPE = 'try (var scope = StructuredTaskScope.open()) { var half = scope.fork(() -> 21); scope.join(); System.out.print(2 * half.get()); }'


def test_preview_features_work_where_they_are_turned_on_and_only_there(fresh):
    java = int(fresh.run("Runtime.version().feature()").text)
    preview = PREVIEW[17 if java < 21 else 25]
    refused = fresh.run(preview)
    assert refused.status == "error" and f"%jvm --enable-preview turns on what is in preview in Java {java}" in refused.error
    fresh.run("int plain() { return 1; }\nclass Plain {}")
    assert "Restored: 1 type, 1 method." in fresh.run("%jvm --enable-preview").printed()
    assert fresh.run(preview + "\nof(5) + of(null) + plain()").text == "largenone1"
    if java == 25:
        assert fresh.run(SCOPE).printed() == "42"
    # a class that is redefined in place is marked too
    assert fresh.run(preview.replace("large", "big") + "\nof(5)").text == "big"
    off = fresh.run("%jvm --reset")
    assert "Restored: 1 type, 1 method." in off.printed() and "Not restored: of (In [" in off.printed()
    assert fresh.run("plain()").text == "1"
    assert fresh.run(preview).status == "error"


def test_modules_that_are_added_or_exported_are_seen_by_the_compiler(fresh):
    vector = "jdk.incubator.vector.IntVector.SPECIES_PREFERRED.length() > 0"
    booted = "jdk.internal.misc.VM.isBooted()"
    assert fresh.run(vector).status == fresh.run(booted).status == "error"
    fresh.run("%jvm --add-modules jdk.incubator.vector --add-exports java.base/jdk.internal.misc=ALL-UNNAMED --add-opens java.base/java.lang=ALL-UNNAMED")
    assert fresh.run(vector).text == fresh.run(booted).text == "true"
    assert fresh.run('var field = String.class.getDeclaredField("value");\nfield.setAccessible(true);\nfield.get("x") != null').text == "true"
    wrong = fresh.run("int n = unknown;")
    assert wrong.content["evalue"].startswith("cannot find symbol") and "incubating" not in wrong.error
