package io.jotter.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of ARCHITECTURE: {@code app → zmq, handlers → session → magics, engine → wire}. */
@AnalyzeClasses(packages = "io.jotter", importOptions = ImportOption.DoNotIncludeTests.class)
final class DirectionsTests {
    private static final String[] OF_THE_SERVER = {
        "..server.app..",
        "..server.handlers..",
        "..server.session..",
        "..server.magics..",
        "..server.engine..",
        "..server.zmq..",
        "io.jotter.wire..",
        "io.jotter.worker..",
        "org.zeromq..",
        "jdk.jshell.."
    };

    @ArchTest
    static final ArchRule zmqKnowsNothingOfWhatMessagesMean = rule(
            "..server.zmq..",
            "..server.app..",
            "..server.handlers..",
            "..server.session..",
            "..server.magics..",
            "..server.engine..",
            "..server.wire..",
            "io.jotter.wire..",
            "io.jotter.api..");

    @ArchTest
    static final ArchRule handlersKnowNothingBehindTheSession = rule(
            "..server.handlers..",
            "..server.app..",
            "..server.magics..",
            "..server.engine..",
            "..server.wire..",
            "io.jotter.wire..",
            "io.jotter.worker..",
            "org.zeromq..",
            "jdk.jshell..");

    @ArchTest
    static final ArchRule theSessionKnowsNothingOfJupytersMessages = rule(
            "..server.session..",
            "..server.app..",
            "..server.handlers..",
            "..server.zmq..",
            "org.zeromq..",
            "com.google.gson..");

    @ArchTest
    static final ArchRule theEngineKnowsNothingOfJupyter = rule(
            "..server.engine..",
            "..server.app..",
            "..server.handlers..",
            "..server.zmq..",
            "..server.magics..",
            "org.zeromq..",
            "com.google.gson..");

    @ArchTest
    static final ArchRule magicsKnowNothingOfJupytersMessages = rule(
            "..server.magics..",
            "..server.app..",
            "..server.handlers..",
            "..server.zmq..",
            "org.zeromq..",
            "com.google.gson..");

    @ArchTest
    static final ArchRule theHistoryKnowsNothingOfWhatCellsDo = rule("..server.history..", OF_THE_SERVER);

    @ArchTest
    static final ArchRule usageKnowsProcessesAndNothingOfCells = rule("..server.usage..", OF_THE_SERVER);

    @ArchTest
    static final ArchRule theWorkerKnowsNothingOfTheServer =
            rule("io.jotter.worker..", "..server..", "org.zeromq..", "com.google.gson..", "org.eclipse.aether..");

    @ArchTest
    static final ArchRule theWireKnowsNothingOfEitherEnd =
            rule("io.jotter.wire..", "..server..", "org.zeromq..", "com.google.gson..");

    private static ArchRule rule(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                // a package that is not written yet breaks no rule
                .allowEmptyShould(true);
    }
}
