package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An entry that is being written. Values keep their order, and each is there once. */
final class EntryDraft {

    private final DN name;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    EntryDraft(DN name, String... classes) {
        this.name = name;
        add("objectClass", List.of(classes));
    }

    DN name() {
        return name;
    }

    EntryDraft classes(String... more) {
        return add("objectClass", List.of(more));
    }

    EntryDraft add(String attribute, String value) {
        return put(attribute, value);
    }

    EntryDraft add(String attribute, Optional<String> value) {
        value.ifPresent(it -> put(attribute, it));
        return this;
    }

    EntryDraft add(String attribute, Collection<String> all) {
        all.forEach(it -> put(attribute, it));
        return this;
    }

    EntryDraft add(String attribute, byte[] value) {
        return put(attribute, value);
    }

    private EntryDraft put(String attribute, Object value) {
        if (value instanceof String text && text.isBlank()) {
            return this; // LDAP has no blank values
        }
        List<Object> present = values.computeIfAbsent(attribute, none -> new ArrayList<>());
        if (present.stream().noneMatch(it -> isSame(it, value))) {
            present.add(value);
        }
        return this;
    }

    private static boolean isSame(Object one, Object other) {
        return one instanceof String text
                && other instanceof String more
                && text.toLowerCase(Locale.ROOT).equals(more.toLowerCase(Locale.ROOT));
    }

    /** With the values of its name, which LDAP requires: after those that were written, where they differ. */
    Entry toEntry() {
        Entry entry = new Entry(name);
        values.forEach(
                (attribute, all) -> {
                    for (Object value : all) {
                        if (value instanceof byte[] bytes) {
                            entry.addAttribute(attribute, bytes);
                        } else {
                            entry.addAttribute(attribute, (String) value);
                        }
                    }
                });
        addName(entry, name.getRDN());
        return entry;
    }

    static void addName(Entry entry, RDN name) {
        for (int i = 0; i < name.getAttributeNames().length; i++) {
            entry.addAttribute(name.getAttributeNames()[i], name.getAttributeValues()[i]);
        }
    }
}
