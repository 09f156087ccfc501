package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTests {
    @Test
    void inlineTagsBecomeMarkdown() {
        assertThat(JavadocText.markdown("Of {@code int} and {@link java.util.List#of lists}, see {@link Foo#bar}."))
                .isEqualTo("Of `int` and `lists`, see `Foo.bar`.");
    }

    @Test
    void codeMayHoldBracketsAndDollars() {
        assertThat(JavadocText.markdown("{@code a {b} $1} {@link A$B}")).isEqualTo("`a {b} $1` `A$B`");
    }

    @Test
    void markupBecomesMarkdown() {
        assertThat(JavadocText.markdown("One<p>two <b>three</b> &lt;T&gt;<ul><li>four</li></ul>"))
                .isEqualTo("One\n\ntwo **three** <T>\n\n- four");
    }

    @Test
    void blockTagsBecomeAList() {
        assertThat(JavadocText.markdown("Adds.\n @param a the first\n @return the sum\n @throws Oops never"))
                .isEqualTo("Adds.\n- `a`: the first\n- returns the sum\n- throws `Oops`: never");
    }

    @Test
    void aTypeParameterKeepsItsName() {
        assertThat(JavadocText.markdown("Makes a list.\n@param <E> the elements' type"))
                .endsWith("- `<E>`: the elements' type");
    }

    @Test
    void codeThatIsLaidOutStaysSo() {
        assertThat(
                        JavadocText.markdown(
                                "For example:\n<pre>{@code\n  List<String> all = new ArrayList<>();\n  all.add(\"{}\");\n}</pre>\nAnd more."))
                .isEqualTo(
                        "For example:\n\n```java\nList<String> all = new ArrayList<>();\nall.add(\"{}\");\n```\n\nAnd more.");
        assertThat(JavadocText.markdown("<pre>\n  a &lt; b\n</pre>")).isEqualTo("```java\na < b\n```");
        assertThat(JavadocText.markdown("{@snippet :\n  if (a) { b(); }\n}"))
                .isEqualTo("```java\nif (a) { b(); }\n```");
    }

    @Test
    void aTableIsATable() {
        assertThat(JavadocText.markdown("<table><caption>x</caption><thead><tr><th>Letter<th>Meaning</tr></thead>\n"
                        + "<tbody><tr><td>{@code y}</td><td>a year | two</td></tr></tbody></table>"))
                .isEqualTo("| Letter | Meaning |\n| --- | --- |\n| `y` | a year \\| two |");
    }

    @Test
    void aLinkLeadsWhereItSays() {
        assertThat(JavadocText.markdown(
                        "See <a href=\"https://example.org/x\">this\npage</a> and <a href=\"#below\">below</a>."))
                .isEqualTo("See [this\npage](https://example.org/x) and below.");
    }
}
