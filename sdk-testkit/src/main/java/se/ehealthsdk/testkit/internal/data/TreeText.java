package se.ehealthsdk.testkit.internal.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import se.ehealthsdk.testkit.internal.data.Tree.Listing;
import se.ehealthsdk.testkit.internal.data.Tree.Mapping;
import se.ehealthsdk.testkit.internal.data.Tree.Named;
import se.ehealthsdk.testkit.internal.data.Tree.Place;
import se.ehealthsdk.testkit.internal.data.Tree.Scalar;
import se.ehealthsdk.testkit.internal.data.Tree.Type;

/**
 * Makes a tree of text in YAML or JSON. Plain YAML values are what YAML 1.2 says (core schema), as editors have it: {@code
 * 0100} is a number, {@code no} a text. Anchors, tags and several documents in a file are not read: nothing here needs
 * them, and with them a small file can be an endless one.
 */
final class TreeText {

    static final int MAX_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_MAPPED = 2_000_000;

    private static final Pattern WHOLE_NUMBER =
            Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");

    private final String file;
    private final Problems problems;
    private int count;

    TreeText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Ends the reading of one text, after the problem has been told. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    /** The text in a file's bytes; empty, and told, if they are none. */
    Optional<String> decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            problems.add(start(), "", "is larger than 16 MiB", "several smaller files");
            return Optional.empty();
        }
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
            problems.add(start(), "", "is in UTF-16", "the file saved as UTF-8");
            return Optional.empty();
        }
        int from = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(in)
                            .toString();
            int control = control(text);
            if (control >= 0) {
                problems.add(
                        placeOf(
                                bytes,
                                text.substring(0, control).getBytes(StandardCharsets.UTF_8).length
                                        + from),
                        "",
                        "holds a control character",
                        "a file of text; this is a binary one, or was damaged");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (CharacterCodingException malformed) {
            problems.add(
                    placeOf(bytes, in.position()),
                    "",
                    "is not in UTF-8 here",
                    "the file saved as UTF-8, not as Latin-1 or Windows-1252");
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F) {
                return i;
            }
        }
        return -1;
    }

    private Place start() {
        return new Place(file, 1, 1);
    }

    private Place placeOf(byte[] bytes, int at) {
        int line = 1;
        int begin = 0;
        for (int i = 0; i < at && i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return new Place(file, line, at - begin + 1);
    }

    /** What the text says; empty if it says nothing, or is not right, which has then been told. */
    Optional<Tree> read(String text, boolean json) {
        try {
            return Optional.ofNullable(json ? json(text) : yaml(text));
        } catch (Unreadable told) {
            return Optional.empty();
        }
    }

    private Unreadable unreadable(Place place, String problem, String expected) {
        problems.add(place, "", problem, expected);
        return new Unreadable();
    }

    private void count(Place place) {
        if (++count > MAX_MAPPED) {
            throw unreadable(place, "has more than 2 million values", "several smaller files");
        }
    }

    // ---- YAML ----

    private @Nullable Tree yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            Iterator<Event> events = new Yaml(options).parse(new StringReader(text)).iterator();
            Tree found = null;
            boolean begun = false;
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof DocumentStartEvent) {
                    if (begun) {
                        throw unreadable(
                                place(event), "begins a second document", "one document in a file");
                    }
                    begun = true;
                } else if (event instanceof NodeEvent) {
                    found = value(event, events, 0);
                }
            }
            return found instanceof Scalar scalar && scalar.type() == Type.NOTHING ? null : found;
        } catch (MarkedYAMLException wrong) {
            // its message quotes the text, which may be personal
            Mark mark = wrong.getProblemMark();
            throw unreadable(
                    mark == null ? start() : place(mark),
                    "is not YAML",
                    "YAML: look at indents, quotes and brackets here and just above");
        } catch (YAMLException wrong) {
            throw unreadable(start(), "is not YAML", "YAML of at most 50 levels");
        }
    }

    private Tree value(Event event, Iterator<Event> events, int depth) {
        Place place = place(event);
        count(place);
        if (depth > MAX_DEPTH) {
            throw unreadable(place, "is nested too deep", "at most 50 levels");
        }
        if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor() != null) {
            throw unreadable(
                    place,
                    "has an anchor or an alias (& or *)",
                    "the value written out, or within quotes if it is a text that begins so");
        }
        if (event instanceof ScalarEvent scalar) {
            untagged(place, scalar.getTag());
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return new Scalar(
                    place, plain ? type(scalar.getValue()) : Type.TEXT, scalar.getValue());
        }
        if (event instanceof SequenceStartEvent list) {
            untagged(place, list.getTag());
            List<Tree> items = new ArrayList<>();
            for (Event next = events.next();
                    !(next instanceof SequenceEndEvent);
                    next = events.next()) {
                items.add(value(next, events, depth + 1));
            }
            return new Listing(place, items);
        }
        untagged(place, ((MappingStartEvent) event).getTag());
        List<Named> entries = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            Tree name = value(next, events, depth + 1);
            if (!(name instanceof Scalar key)) {
                throw unreadable(name.place(), "has no name", "a name before the colon");
            }
            entries.add(
                    new Named(key.place(), key.text(), value(events.next(), events, depth + 1)));
        }
        return new Mapping(place, entries);
    }

    private void untagged(Place place, @Nullable String tag) {
        if (tag != null) {
            throw unreadable(
                    place,
                    "has a tag (!)",
                    "no tag, or quotes if it is a text that begins with an exclamation mark");
        }
    }

    private static Type type(String plain) {
        if (NOTHING.matcher(plain).matches()) {
            return Type.NOTHING;
        }
        if (FLAG.matcher(plain).matches()) {
            return Type.FLAG;
        }
        if (WHOLE_NUMBER.matcher(plain).matches()) {
            return Type.WHOLE_NUMBER;
        }
        return NUMBER.matcher(plain).matches() ? Type.NUMBER : Type.TEXT;
    }

    private Place place(Event event) {
        return place(event.getStartMark());
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    // ---- JSON ----

    private @Nullable Tree json(String text) {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build();
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                return null;
            }
            Tree found = value(parser);
            if (parser.nextToken() != null) {
                throw unreadable(place(parser), "goes on after its end", "one JSON value");
            }
            return found;
        } catch (JsonProcessingException wrong) {
            // its message quotes the text, which may be personal
            JsonLocation at = wrong.getLocation();
            throw unreadable(
                    at == null ? start() : place(at),
                    "is not JSON",
                    "JSON: look at commas, quotes and brackets here and just before");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Tree value(JsonParser parser) throws IOException {
        Place place = place(parser);
        count(place);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                List<Named> entries = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    Place at = place(parser);
                    String name = parser.currentName();
                    parser.nextToken();
                    entries.add(new Named(at, name, value(parser)));
                }
                yield new Mapping(place, entries);
            }
            case START_ARRAY -> {
                List<Tree> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Listing(place, items);
            }
            case VALUE_STRING -> new Scalar(place, Type.TEXT, parser.getText());
            case VALUE_NUMBER_INT -> new Scalar(place, Type.WHOLE_NUMBER, parser.getText());
            case VALUE_NUMBER_FLOAT -> new Scalar(place, Type.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, Type.FLAG, parser.getText());
            case VALUE_NULL -> new Scalar(place, Type.NOTHING, "");
            default -> throw unreadable(place, "is not JSON", "a value");
        };
    }

    private Place place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private Place place(JsonLocation at) {
        return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
