package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.schema.AdditionalValue;
import se.ehealthsdk.hsa.schema.AttributeSyntax;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectoryField.Section;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/** A schema, turned round once so that an entry of one kind can be gone through attribute by attribute. */
final class AttributePlan {

    /** Where the values of an attribute go, and how many are to be preferred to it. */
    record Slot(int index, int preference) {}

    private static final DirectoryField[] FIELDS = DirectoryField.values();
    private static final DirectoryClass[] CLASSES = DirectoryClass.values();

    private final Map<String, Slot[]> slots = new HashMap<>();
    private final Map<String, Integer> classBits = new HashMap<>();
    private final AttributeSyntax[] syntaxes = new AttributeSyntax[FIELDS.length];
    private final List<String> attributes;
    private final List<AdditionalValue> additional;
    private final int pictureBytes;
    private final boolean ofUnits;

    AttributePlan(DirectorySchema schema, Section section, List<AdditionalValue> additional) {
        this.ofUnits = section == Section.UNIT;
        this.additional = additional;
        this.pictureBytes = schema.pictureBytes();
        Map<String, String> asked = new LinkedHashMap<>();
        for (DirectoryField field : FIELDS) {
            syntaxes[field.ordinal()] = schema.syntax(field);
            if (field.section() == Section.ENTRY || field.section() == section) {
                List<String> names = schema.attributes(field);
                for (int i = 0; i < names.size(); i++) {
                    ask(names.get(i), new Slot(field.ordinal(), i), asked);
                }
            }
        }
        for (int i = 0; i < additional.size(); i++) {
            ask(additional.get(i).attribute(), new Slot(FIELDS.length + i, 0), asked);
        }
        attributes = List.copyOf(asked.values());
        for (DirectoryClass meaning : CLASSES) {
            for (String name : schema.objectClasses(meaning)) {
                classBits.merge(name, bit(meaning), (one, other) -> one | other);
                classBits.merge(lower(name), bit(meaning), (one, other) -> one | other);
            }
        }
    }

    private void ask(String name, Slot slot, Map<String, String> asked) {
        asked.putIfAbsent(lower(name), name);
        add(name, slot);
        if (!lower(name).equals(name)) {
            add(lower(name), slot);
        }
    }

    private void add(String name, Slot slot) {
        List<Slot> all = new ArrayList<>(List.of(slots.getOrDefault(name, new Slot[0])));
        all.add(slot);
        slots.put(name, all.toArray(Slot[]::new));
    }

    /** The attributes to ask for, each once. */
    List<String> attributes() {
        return attributes;
    }

    boolean isOfUnits() {
        return ofUnits;
    }

    /** How many slots an entry fills at most. */
    int size() {
        return FIELDS.length + additional.size();
    }

    /**
     * Where the values of an attribute go.
     *
     * @param name in any case, without options
     */
    Slot @Nullable [] slots(String name) {
        Slot[] asWritten = slots.get(name);
        return asWritten != null ? asWritten : slots.get(lower(name));
    }

    AttributeSyntax syntax(DirectoryField field) {
        return syntaxes[field.ordinal()];
    }

    List<AdditionalValue> additional() {
        return additional;
    }

    int slotOfAdditional(int index) {
        return FIELDS.length + index;
    }

    int pictureBytes() {
        return pictureBytes;
    }

    /** What an object class means, as bits; 0 if nothing. */
    int meaning(String objectClass) {
        Integer bits = classBits.get(objectClass);
        if (bits == null) {
            bits = classBits.get(lower(objectClass));
        }
        return bits == null ? 0 : bits;
    }

    static int bit(DirectoryClass meaning) {
        return 1 << meaning.ordinal();
    }

    static @Nullable EntryMark mark(DirectoryClass meaning) {
        return switch (meaning) {
            case HIDDEN -> EntryMark.HIDDEN;
            case ARCHIVED -> EntryMark.ARCHIVED;
            case FEIGNED -> EntryMark.FEIGNED;
            case PROTECTED -> EntryMark.PROTECTED;
            case INACCURATE_PROVIDER -> EntryMark.INACCURATE_PROVIDER;
            case INACCURATE_CARE_UNIT -> EntryMark.INACCURATE_CARE_UNIT;
            default -> null;
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
