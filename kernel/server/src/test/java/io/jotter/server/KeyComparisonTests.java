package io.jotter.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.MessageDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison that ends at the first wrong byte tells by its time how many were right. */
class KeyComparisonTests {
    private final JavaClasses server = new ClassFileImporter().importPackages("io.jotter.server");

    @ParameterizedTest
    @ValueSource(strings = {"MessageCodec", "WireDoor", "DebuggerStop"})
    void whatIsSecretIsComparedInConstantTime(String compares) {
        assertThatCode(() -> classes()
                        .that()
                        .haveSimpleName(compares)
                        .should()
                        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                        .check(server))
                .doesNotThrowAnyException();
    }
}
