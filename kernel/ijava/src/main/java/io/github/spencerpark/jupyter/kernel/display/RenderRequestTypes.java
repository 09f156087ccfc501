package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The MIME types that are asked for, wildcards among them; plain text always is. */
public class RenderRequestTypes {
    private final List<MIMEType> requested;

    RenderRequestTypes(Collection<MIMEType> types) {
        requested = new ArrayList<>(types);
        // last: who can do all is to do what was asked for
        requested.add(MIMEType.TEXT_PLAIN);
    }

    /** The type under which a representation is to be put, or null if nobody asks for it. */
    public @Nullable MIMEType resolveSupportedType(MIMEType supported) {
        boolean open = supported.isWildcard() || supported.subtypeIsWildcard();
        for (MIMEType type : requested) {
            if (!open && (type.equals(supported) || covers(type, supported))) {
                return supported;
            }
        }
        for (MIMEType type : requested) {
            // a type that says what it is written in answers to that too: application/geo+json is application/json
            if ((open && !type.isWildcard() && !type.subtypeIsWildcard() && covers(supported, type))
                    || (supported.hasSuffix()
                            && type.equals(MIMEType.parse(supported.getGroup() + "/" + supported.getSuffix())))) {
                return type;
            }
        }
        return null;
    }

    boolean anyBesidesPlainText(Collection<MIMEType> supported) {
        return requested.stream()
                .filter(type -> !type.equals(MIMEType.TEXT_PLAIN))
                .anyMatch(type -> new RenderRequestTypes(List.of(type)).resolvesAny(supported));
    }

    private boolean resolvesAny(Collection<MIMEType> supported) {
        return supported.stream()
                .filter(type -> !type.equals(MIMEType.TEXT_PLAIN))
                .anyMatch(type -> resolveSupportedType(type) != null);
    }

    private static boolean covers(MIMEType wide, MIMEType narrow) {
        return wide.isWildcard() || (wide.subtypeIsWildcard() && wide.getGroup().equals(narrow.getGroup()));
    }
}
