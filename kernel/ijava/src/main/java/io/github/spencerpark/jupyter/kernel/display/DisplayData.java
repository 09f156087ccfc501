package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value in several representations, from MIME type to content, as a notebook puts it together. */
public class DisplayData implements Displayable {
    public static final DisplayData EMPTY = new DisplayData();
    private static final String DISPLAY_ID = "display_id";

    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final Map<String, Object> transientData = new LinkedHashMap<>();

    public DisplayData() {}

    public DisplayData(String text) {
        putText(text);
    }

    /** A copy. */
    public DisplayData(DisplayData that) {
        assign(that);
    }

    /** What Jotter has rendered. */
    public static DisplayData of(MimeBundle bundle) {
        DisplayData made = new DisplayData();
        made.data.putAll(bundle.data());
        bundle.metadata().forEach((mime, json) -> made.metadata.put(mime, new Json(json)));
        return made;
    }

    public static DisplayData emptyIfNull(@Nullable DisplayData data) {
        return data == null ? EMPTY : data;
    }

    public void putData(String mimeType, Object content) {
        data.put(mimeType, content);
    }

    public void putData(MIMEType type, Object content) {
        putData(type.toString(), content);
    }

    public void putData(MIMEType type, Object content, Object describedBy) {
        putData(type, content);
        putMetaData(type, describedBy);
    }

    public void putMetaData(String key, Object value) {
        metadata.put(key, value);
    }

    public void putMetaData(MIMEType type, Object value) {
        putMetaData(type.toString(), value);
    }

    public void putTransientData(String key, Object value) {
        transientData.put(key, value);
    }

    public @Nullable Object getData(MIMEType type) {
        return data.get(type.toString());
    }

    public @Nullable Object getMetadata(MIMEType type) {
        return metadata.get(type.toString());
    }

    public boolean hasDataForType(MIMEType type) {
        return data.containsKey(type.toString());
    }

    public boolean hasDisplayId() {
        return transientData.containsKey(DISPLAY_ID);
    }

    public @Nullable String getDisplayId() {
        Object id = transientData.get(DISPLAY_ID);
        return id == null ? null : id.toString();
    }

    /** The id under which it is to be shown, for a later update. */
    public void setDisplayId(String id) {
        putTransientData(DISPLAY_ID, id);
    }

    /** Takes over what the other has; where both have something, the other's. */
    public void assign(DisplayData other) {
        data.putAll(other.data);
        metadata.putAll(other.metadata);
        transientData.putAll(other.transientData);
    }

    public void putText(String text) {
        putData("text/plain", text);
    }

    public void putHTML(String html) {
        putData("text/html", html);
    }

    public void putLatex(String latex) {
        putData("text/latex", latex);
    }

    /** A formula, without the marks that begin and end it. */
    public void putMath(String math) {
        putLatex("$$" + math + "$$");
    }

    public void putMarkdown(String markdown) {
        putData("text/markdown", markdown);
    }

    public void putJavaScript(String javascript) {
        putData("application/javascript", javascript);
    }

    public void putJSON(String json) {
        putData("application/json", json);
    }

    public void putJSON(String json, boolean expanded) {
        putJSON(json);
        putMetaData("application/json", Map.of("expanded", expanded));
    }

    public void putSVG(String svg) {
        putData("image/svg+xml", svg);
    }

    @Override
    public @Nullable String displayId() {
        return getDisplayId();
    }

    /** Contents that are neither text nor bytes travel as JSON. */
    @Override
    public MimeBundle toMimeBundle() {
        MimeBundle bundle = MimeBundle.empty();
        for (var entry : data.entrySet()) {
            Object content = entry.getValue();
            bundle = bundle.with(entry.getKey(), content instanceof byte[] ? content : Json.asContent(content));
        }
        for (var entry : metadata.entrySet()) {
            bundle = bundle.withMetadata(entry.getKey(), Json.of(entry.getValue()));
        }
        return bundle;
    }

    @Override
    public String toString() {
        return data.keySet().toString();
    }
}
