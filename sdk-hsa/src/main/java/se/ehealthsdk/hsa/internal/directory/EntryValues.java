package se.ehealthsdk.hsa.internal.directory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.internal.directory.AttributePlan.Slot;
import se.ehealthsdk.hsa.schema.AdditionalValue;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.syntax.ValueSyntax;

/** The values of one entry by field, each read when it is asked for, and what was wrong with those asked for. */
final class EntryValues {

    private static final DirectoryClass[] CLASSES = DirectoryClass.values();

    /** Among the names of one attribute: without a language, in Swedish, in another. */
    private static final int VARIANTS = 3;

    private static final Set<String> PLACE_TYPES = Set.of("c", "l", "o", "ou", "dc", "st");

    private static final char NOT_UTF8 = '\uFFFD';

    private final AttributePlan plan;
    private final RawAttribute[] found;
    private final byte[] ranks;
    private final String place;
    private final int meanings;
    private @Nullable HsaId hsaId;
    private @Nullable List<AttributeProblem> problems;

    EntryValues(AttributePlan plan, RawEntry entry) {
        this.plan = plan;
        this.place = entry.name();
        this.found = new RawAttribute[plan.size()];
        this.ranks = new byte[plan.size()];
        for (RawAttribute attribute : entry.attributes()) {
            gather(attribute);
        }
        this.meanings = readMeanings();
    }

    private void gather(RawAttribute attribute) {
        String name = attribute.name();
        int variant = 0;
        int options = name.indexOf(';');
        if (options >= 0) {
            variant = variant(name.substring(options).toLowerCase(Locale.ROOT));
            name = name.substring(0, options);
        }
        Slot[] slots = plan.slots(name);
        if (slots != null) {
            for (Slot slot : slots) {
                int rank = Math.min(Byte.MAX_VALUE, slot.preference() * VARIANTS + variant);
                put(slot.index(), (byte) rank, attribute);
            }
        }
    }

    private static int variant(String options) {
        int language = options.indexOf(";lang-");
        if (language < 0) {
            return 0;
        }
        return options.startsWith(";lang-sv", language) ? 1 : 2;
    }

    private void put(int index, byte rank, RawAttribute attribute) {
        RawAttribute before = found[index];
        if (before == null || rank < ranks[index]) {
            found[index] = attribute;
            ranks[index] = rank;
        } else if (rank == ranks[index]) {
            found[index] = together(before, attribute);
        }
    }

    private static RawAttribute together(RawAttribute one, RawAttribute other) {
        List<byte[]> values = new ArrayList<>(one.bytes());
        values.addAll(other.bytes());
        return RawAttribute.ofBytes(one.name(), values);
    }

    private int readMeanings() {
        RawAttribute classes = found[DirectoryField.OBJECT_CLASS.ordinal()];
        int bits = 0;
        if (classes != null) {
            for (String each : classes.values()) {
                bits |= plan.meaning(each);
            }
        }
        return bits;
    }

    /** The HSA-id; null if there is none that can be used, which is then told to {@code skipped}. */
    @Nullable HsaId identify(Consumer<AttributeProblem> skipped) {
        Optional<HsaId> first = one(DirectoryField.HSA_ID, HsaId.class);
        if (first.isEmpty()) {
            List<AttributeProblem> known = problems();
            skipped.accept(
                    known.isEmpty()
                            ? new AttributeProblem(
                                    Optional.empty(),
                                    "hsaIdentity",
                                    "is missing" + where() + ": the entry is left out",
                                    "an HSA-id")
                            : known.get(0));
            return null;
        }
        hsaId = first.get();
        return hsaId;
    }

    /** Where to look for an entry that nothing else tells from others; not that of a person, whose name it holds. */
    private String where() {
        return plan.isOfUnits()
                ? DistinguishedName.tryParse(place)
                        .filter(EntryValues::namesPlacesOnly)
                        .map(name -> " at " + name)
                        .orElse("")
                : "";
    }

    private static boolean namesPlacesOnly(DistinguishedName name) {
        return name.value("cn").isEmpty()
                && PLACE_TYPES.contains(name.ownType())
                && name.ancestors().stream().allMatch(it -> PLACE_TYPES.contains(it.ownType()));
    }

    /** Where the entry stands; null if that is no name, which is then told to {@code skipped}. */
    @Nullable DistinguishedName place(Consumer<AttributeProblem> skipped) {
        DistinguishedName name = DistinguishedName.tryParse(place).orElse(null);
        if (name == null) {
            skipped.accept(
                    new AttributeProblem(
                            Optional.ofNullable(hsaId),
                            "distinguishedName",
                            "is not a distinguished name: the entry is left out",
                            "as RFC 4514 has it"));
        }
        return name;
    }

    /** Whether the entry has a class of that meaning. */
    boolean is(DirectoryClass meaning) {
        return (meanings & AttributePlan.bit(meaning)) != 0;
    }

    /** Whether there is any value, of whatever form. */
    boolean has(DirectoryField field) {
        return found[field.ordinal()] != null;
    }

    Set<EntryMark> marks() {
        EnumSet<EntryMark> marks = EnumSet.noneOf(EntryMark.class);
        if (meanings != 0) {
            for (DirectoryClass each : CLASSES) {
                EntryMark mark = is(each) ? AttributePlan.mark(each) : null;
                if (mark != null) {
                    marks.add(mark);
                }
            }
        }
        if (has(DirectoryField.PROTECTED_PERSON)) {
            marks.add(EntryMark.PROTECTED);
        }
        return marks;
    }

    Optional<String> text(DirectoryField field) {
        return one(field, String.class);
    }

    List<String> texts(DirectoryField field) {
        return all(field, String.class);
    }

    /** The one value of a field; the first that can be read if there are several. */
    <T> Optional<T> one(DirectoryField field, Class<T> type) {
        RawAttribute attribute = found[field.ordinal()];
        if (attribute == null) {
            return Optional.empty();
        }
        List<T> all = all(field, type);
        if (all.size() > 1) {
            problem(attribute, "has several values, of which the first is kept", "one value");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** The values of a field that can be read, in the order they were sent. */
    <T> List<T> all(DirectoryField field, Class<T> type) {
        RawAttribute attribute = found[field.ordinal()];
        if (attribute == null) {
            return List.of();
        }
        ValueSyntax<?> syntax = plan.syntax(field).valueSyntax();
        List<String> texts = attribute.values();
        if (texts.size() == 1) {
            T only = read(attribute, 0, texts.get(0), syntax, type);
            return only == null ? List.of() : List.of(only);
        }
        List<T> read = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            T value = read(attribute, i, texts.get(i), syntax, type);
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    /** Null for blank text, and for what cannot be read, which is noted. */
    private <T> @Nullable T read(
            RawAttribute attribute, int index, String text, ValueSyntax<?> syntax, Class<T> type) {
        if (text.isBlank() || !isUtf8(attribute, index, text)) {
            return null;
        }
        try {
            T value = type.cast(syntax.parse(text));
            return value instanceof String empty && empty.isEmpty() ? null : value;
        } catch (InvalidInputException notOne) {
            problem(attribute, notOne.problem(), notOne.expected());
            return null;
        }
    }

    private boolean isUtf8(RawAttribute attribute, int index, String text) {
        if (text.indexOf(NOT_UTF8) < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(attribute.bytes().get(index)));
            return true;
        } catch (CharacterCodingException broken) {
            problem(attribute, "is not text: the bytes are no UTF-8", "text in UTF-8");
            return false;
        }
    }

    /** From when and until when; a date that is none is kept, and nothing with it ever holds. */
    Validity validity() {
        RawAttribute start = found[DirectoryField.START.ordinal()];
        RawAttribute end = found[DirectoryField.END.ordinal()];
        if (start == null && end == null) {
            return Validity.ALWAYS;
        }
        List<String> unreadable = new ArrayList<>(0);
        return new Validity(
                moment(DirectoryField.START, start, unreadable),
                moment(DirectoryField.END, end, unreadable),
                unreadable);
    }

    private Optional<Instant> moment(
            DirectoryField field, @Nullable RawAttribute attribute, List<String> unreadable) {
        if (attribute == null) {
            return Optional.empty();
        }
        Optional<Instant> read = one(field, Instant.class);
        if (read.isEmpty()) {
            attribute.values().stream().filter(text -> !text.isBlank()).forEach(unreadable::add);
        }
        return read;
    }

    Optional<Picture> picture(DirectoryField field) {
        RawAttribute attribute = found[field.ordinal()];
        if (attribute == null) {
            return Optional.empty();
        }
        List<byte[]> values = attribute.bytes();
        if (values.size() > 1) {
            problem(attribute, "has several values, of which the first is kept", "one value");
        }
        byte[] first = values.get(0);
        if (first.length > plan.pictureBytes()) {
            problem(
                    attribute,
                    "is larger than a picture may be",
                    "at most " + plan.pictureBytes() + " bytes");
            return Optional.empty();
        }
        return first.length == 0 ? Optional.empty() : Optional.of(Picture.of(first));
    }

    /** What the region has beyond HSA's schema, each value as its syntax writes it. */
    Map<String, List<String>> additional() {
        List<AdditionalValue> additional = plan.additional();
        if (additional.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> values = new TreeMap<>();
        for (int i = 0; i < additional.size(); i++) {
            RawAttribute attribute = found[plan.slotOfAdditional(i)];
            if (attribute != null) {
                List<String> texts = checked(attribute, additional.get(i));
                if (!texts.isEmpty()) {
                    values.put(additional.get(i).name(), List.copyOf(texts));
                }
            }
        }
        return values;
    }

    private List<String> checked(RawAttribute attribute, AdditionalValue value) {
        ValueSyntax<?> syntax = value.syntax().valueSyntax();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < attribute.values().size(); i++) {
            String text = attribute.values().get(i);
            Object read = read(attribute, i, text, syntax, Object.class);
            if (read != null) {
                texts.add(read instanceof String plain ? plain : text.strip());
            }
        }
        return texts;
    }

    /** Notes what is wrong with a value in view of others. */
    void problem(DirectoryField field, String problem, String expected) {
        problem(found[field.ordinal()], problem, expected);
    }

    private void problem(RawAttribute attribute, String problem, String expected) {
        List<AttributeProblem> all = problems;
        if (all == null) {
            all = new ArrayList<>(2);
            problems = all;
        }
        all.add(
                new AttributeProblem(
                        Optional.ofNullable(hsaId), attribute.name(), problem, expected));
    }

    /** What was wrong with the values asked for so far. */
    List<AttributeProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
