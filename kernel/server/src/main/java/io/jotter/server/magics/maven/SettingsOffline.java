package io.jotter.server.magics.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Whether {@code settings.xml} says offline, which is the one of its elements that Maven's library leaves to its callers. */
final class SettingsOffline {
    private SettingsOffline() {}

    /** The first of the files that says it counts; those that are not there or cannot be read say nothing. */
    static boolean in(@Nullable Path... settings) {
        return Stream.of(settings)
                .flatMap(file -> said(file).stream())
                .findFirst()
                .orElse(false);
    }

    private static Optional<Boolean> said(@Nullable Path file) {
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeName().equals("offline")) {
                    return Optional.of(Boolean.valueOf(node.getTextContent().strip()));
                }
            }
            return Optional.empty();
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            // what is wrong with it Maven itself says
            return Optional.empty();
        }
    }
}
