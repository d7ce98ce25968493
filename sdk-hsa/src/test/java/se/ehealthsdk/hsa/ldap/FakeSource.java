package se.ehealthsdk.hsa.ldap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.internal.directory.RawAttribute;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.internal.ldap.Condition;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;

/** A directory in a list. A rude one gives everything it has, with all attributes, whatever it is asked. */
final class FakeSource implements EntrySource {

    final List<EntryQuery> asked = new ArrayList<>();
    final List<RawEntry> entries = new ArrayList<>();
    int open;
    boolean rude;
    Optional<ReadReport.Partial> partial = Optional.empty();
    int failAfter = Integer.MAX_VALUE;

    /** Whoever asks for it gets nothing: what it holds is larger than can be received. */
    String tooLarge = "";

    /** As from a server that refers to another one, or limits what is asked for at a time. */
    boolean refusesFew;

    /** Adds an entry: pairs of attribute and value. */
    FakeSource add(String dn, String... attributesAndValues) {
        entries.add(entry(dn, attributesAndValues));
        return this;
    }

    static RawEntry entry(String dn, String... attributesAndValues) {
        List<String> names = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < attributesAndValues.length; i += 2) {
            int at = names.indexOf(attributesAndValues[i]);
            if (at < 0) {
                names.add(attributesAndValues[i]);
                values.add(new ArrayList<>(List.of(attributesAndValues[i + 1])));
            } else {
                values.get(at).add(attributesAndValues[i + 1]);
            }
        }
        List<RawAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            attributes.add(RawAttribute.of(names.get(i), values.get(i)));
        }
        return RawEntry.of(dn, attributes);
    }

    @Override
    public Entries<RawEntry> search(EntryQuery query) {
        asked.add(query);
        if (query.attributes().contains(tooLarge)) {
            throw new ProtocolException("too large", null, null);
        }
        List<RawEntry> found =
                rude
                        ? entries
                        : entries.stream()
                                .filter(it -> isIn(it, query) && meets(it, query.condition()))
                                .map(it -> only(it, query.attributes()))
                                .toList();
        open++;
        Iterator<RawEntry> all = List.copyOf(found).iterator();
        return new Entries<>() {
            private boolean closed;
            private int given;

            @Override
            public boolean hasNext() {
                if (closed) {
                    return false;
                }
                if (given >= failAfter) {
                    throw new IllegalStateException("broken on the way");
                }
                if (!all.hasNext()) {
                    close();
                    return false;
                }
                return true;
            }

            @Override
            public RawEntry next() {
                given++;
                return all.next();
            }

            @Override
            public ReadReport report() {
                return new ReadReport(given, 0, 0, 0, List.of(), partial);
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    open--;
                }
            }
        };
    }

    @Override
    public List<RawEntry> few(EntryQuery query) {
        if (refusesFew) {
            throw new ConfigurationException("refers to another one", "Connect to that one.");
        }
        return search(query).toList();
    }

    @Override
    public Optional<RawEntry> find(EntryQuery query) {
        asked.add(query);
        return entries.stream()
                .filter(it -> DistinguishedName.of(it.name()).equals(query.base()))
                .filter(it -> rude || meets(it, query.condition()))
                .map(it -> rude ? it : only(it, query.attributes()))
                .findFirst();
    }

    private static RawEntry only(RawEntry entry, List<String> wanted) {
        return RawEntry.of(
                entry.name(),
                entry.attributes().stream()
                        .filter(it -> wanted.stream().anyMatch(it.name()::equalsIgnoreCase))
                        .toList());
    }

    private static boolean isIn(RawEntry entry, EntryQuery query) {
        DistinguishedName name = DistinguishedName.of(entry.name());
        return switch (query.scope()) {
            case BASE -> name.equals(query.base());
            case ONE_LEVEL -> name.parent().filter(query.base()::equals).isPresent();
            case SUBTREE -> name.equals(query.base()) || name.isBelow(query.base());
            case BELOW -> name.isBelow(query.base());
        };
    }

    private static boolean meets(RawEntry entry, Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> meets(entry, part));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> meets(entry, part));
        }
        if (condition instanceof Condition.Not not) {
            return !meets(entry, not.part());
        }
        if (condition instanceof Condition.Equal equal) {
            return entry.values(equal.attribute()).stream()
                    .anyMatch(equal.value()::equalsIgnoreCase);
        }
        if (condition instanceof Condition.Present present) {
            return !entry.values(present.attribute()).isEmpty();
        }
        if (condition instanceof Condition.Contains contains) {
            return entry.values(contains.attribute()).stream()
                    .anyMatch(it -> lower(it).contains(lower(contains.text())));
        }
        if (condition instanceof Condition.StartsWith starts) {
            return entry.values(starts.attribute()).stream()
                    .anyMatch(it -> lower(it).startsWith(lower(starts.text())));
        }
        Condition.AtLeast least = (Condition.AtLeast) condition;
        return entry.values(least.attribute()).stream()
                .anyMatch(it -> it.compareTo(least.value()) >= 0);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
