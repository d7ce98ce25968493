package se.ehealthsdk.testkit.internal.data;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes names and values as YAML; texts are within quotes unless they can be nothing but texts. */
public final class YamlText {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö]*([ _-][A-Za-zÅÄÖåäö]+)*");
    private static final Pattern WORD_OF_YAML =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    public static String write(Map<String, ?> all) {
        YamlText text = new YamlText();
        text.mapping(all, "");
        return text.out.toString();
    }

    private void mapping(Map<?, ?> all, String indent) {
        Iterator<? extends Map.Entry<?, ?>> entries = all.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> each = entries.next();
            out.append(each.getKey()).append(':');
            value(each.getValue(), indent);
            if (entries.hasNext()) {
                out.append(indent);
            }
        }
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            out.append('\n').append(indent).append("  ");
            mapping(inner, indent + "  ");
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            for (Object each : list) {
                out.append(indent).append("  -");
                item(each, indent + "    ");
            }
        } else {
            out.append(' ').append(single(value)).append('\n');
        }
    }

    private void item(Object item, String indent) {
        if (item instanceof Map<?, ?> inner && !inner.isEmpty()) {
            out.append(' ');
            mapping(inner, indent);
        } else {
            out.append(' ').append(single(item)).append('\n');
        }
    }

    private static String single(Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof List) {
            return "[]";
        }
        String text = String.valueOf(value);
        boolean plain =
                !(value instanceof String)
                        || PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches();
        return plain
                ? text
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
