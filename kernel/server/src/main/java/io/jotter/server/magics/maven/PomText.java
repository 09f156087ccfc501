package io.jotter.server.magics.maven;

import io.jotter.server.magics.EditDistance;
import io.jotter.server.magics.MagicException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A POM as people paste it: a whole {@code <project>}, or pieces of one. */
final class PomText {
    private static final Set<String> PARTS = Set.of(
            "dependencies",
            "dependencyManagement",
            "repositories",
            "properties",
            "parent",
            "profiles",
            "modelVersion",
            "groupId",
            "artifactId",
            "version",
            "packaging",
            "name",
            "description",
            "build");
    private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml[^>]*\\?>");

    private PomText() {}

    /**
     * A whole POM of these pieces, with the coordinates filled in that a POM must have.
     *
     * @param name what it is called in errors
     * @throws MagicException if it is no XML, or an element in it belongs to no POM
     */
    static String whole(String written, String name) throws MagicException {
        Document pasted = parse("<pieces>" + withoutDeclaration(written) + "</pieces>", name);
        List<Element> elements = children(pasted.getDocumentElement());
        if (elements.isEmpty()) {
            throw new MagicException(
                    name + " holds nothing: write a <project>, or pieces of one such as <dependencies>,"
                            + " <dependency> or <repositories>.");
        }
        Document pom = elements.get(0).getTagName().equals("project") && elements.size() == 1
                ? withRoot(elements.get(0))
                : ofPieces(elements, name);
        complete(pom);
        return written(pom);
    }

    /** Whether it has a parent, which may lie beside it. */
    static boolean hasParent(String pom, String name) throws MagicException {
        return child(parse(pom, name).getDocumentElement(), "parent").isPresent();
    }

    /** Blanks in its place keep the numbers of lines. */
    private static String withoutDeclaration(String written) {
        Matcher declaration = DECLARATION.matcher(written.startsWith("\uFEFF") ? written.substring(1) : written);
        return declaration.replaceFirst(found ->
                "\n".repeat((int) found.group().chars().filter(c -> c == '\n').count()));
    }

    private static Document withRoot(Element project) throws MagicException {
        Document pom = builder().newDocument();
        pom.appendChild(pom.importNode(project, true));
        return pom;
    }

    private static Document ofPieces(List<Element> pieces, String name) throws MagicException {
        Document pom = builder().newDocument();
        Element project = pom.createElement("project");
        pom.appendChild(project);
        for (Element piece : pieces) {
            switch (piece.getTagName()) {
                case "dependency" -> element(project, "dependencies").appendChild(pom.importNode(piece, true));
                case "repository" -> element(project, "repositories").appendChild(pom.importNode(piece, true));
                default -> {
                    if (!PARTS.contains(piece.getTagName())) {
                        throw foreign(piece.getTagName(), name);
                    }
                    adopt(project, (Element) pom.importNode(piece, true));
                }
            }
        }
        return pom;
    }

    private static MagicException foreign(String tag, String name) {
        return new MagicException(name + " has an element <" + tag + ">, which belongs to no POM there."
                + EditDistance.nearest(tag, PARTS)
                        .map(near -> " Did you mean <" + near + ">?")
                        .orElse(" Write a <project>, or pieces of one such as <dependencies>, <dependency> or"
                                + " <repositories>."));
    }

    /** An element that is there already takes in the other's children. */
    private static void adopt(Element parent, Element newcomer) {
        Optional<Element> present = child(parent, newcomer.getTagName());
        if (present.isEmpty()) {
            parent.appendChild(newcomer);
            return;
        }
        for (Element grandchild : children(newcomer)) {
            if (grandchild.getTagName().equals("dependencies")) {
                adopt(present.get(), grandchild);
            } else {
                present.get().appendChild(grandchild);
            }
        }
    }

    private static void complete(Document pom) {
        Element project = pom.getDocumentElement();
        fill(project, "modelVersion", "4.0.0");
        fill(project, "artifactId", "notebook");
        if (child(project, "parent").isEmpty()) {
            fill(project, "groupId", "notebook");
            fill(project, "version", "1");
        }
        child(project, "repositories").ifPresent(all -> children(all).forEach(PomText::nameRepository));
    }

    private static void nameRepository(Element repository) {
        child(repository, "url")
                .ifPresent(url -> fill(
                        repository,
                        "id",
                        MavenRepository.idOf(url.getTextContent().strip())));
    }

    private static void fill(Element parent, String tag, String text) {
        if (child(parent, tag).isEmpty()) {
            element(parent, tag).setTextContent(text);
        }
    }

    private static Element element(Element parent, String tag) {
        return child(parent, tag).orElseGet(() ->
                (Element) parent.appendChild(parent.getOwnerDocument().createElement(tag)));
    }

    private static Optional<Element> child(Element parent, String tag) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(tag))
                .findFirst();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document parse(String xml, String name) throws MagicException {
        try {
            return builder().parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException e) {
            throw new MagicException(name + " does not parse: line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | IOException e) {
            throw new MagicException(name + " does not parse: " + e.getMessage(), e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // a POM needs no entities, and those of a stranger's POM could read files
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // the default prints to the kernel's own standard error
            builder.setErrorHandler(new Thrower());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK has no XML parser", e);
        }
    }

    private static String written(Document pom) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(pom), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("The JDK cannot write XML", e);
        }
    }

    private static final class Thrower implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
