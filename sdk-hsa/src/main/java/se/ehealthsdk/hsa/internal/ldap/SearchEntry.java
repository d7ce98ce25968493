package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.hsa.internal.directory.RawAttribute;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** An entry as the library read it. */
final class SearchEntry implements RawEntry {

    private final SearchResultEntry entry;

    SearchEntry(SearchResultEntry entry) {
        this.entry = entry;
    }

    @Override
    public String name() {
        return entry.getDN();
    }

    @Override
    public List<RawAttribute> attributes() {
        List<RawAttribute> all = new ArrayList<>(entry.getAttributes().size());
        for (Attribute each : entry.getAttributes()) {
            all.add(new Sent(each));
        }
        return all;
    }

    /** Nothing of the entry: it may be a person's. */
    @Override
    public String toString() {
        return "SearchEntry";
    }

    private record Sent(Attribute attribute) implements RawAttribute {

        @Override
        public String name() {
            return attribute.getName();
        }

        @Override
        public List<String> values() {
            return List.of(attribute.getValues());
        }

        @Override
        public List<byte[]> bytes() {
            return List.of(attribute.getValueByteArrays());
        }

        @Override
        public String toString() {
            return "Sent[" + attribute.getName() + "]";
        }
    }
}
