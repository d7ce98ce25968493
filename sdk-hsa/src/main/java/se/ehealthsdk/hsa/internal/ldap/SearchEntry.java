package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.internal.directory.RawAttribute;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** An entry as the library read it. */
final class SearchEntry implements RawEntry {

    private final SearchResultEntry entry;

    /** Made once: an entry's attributes are gone through several times. */
    private final List<RawAttribute> attributes;

    SearchEntry(SearchResultEntry entry) {
        this.entry = entry;
        List<RawAttribute> all = new ArrayList<>(entry.getAttributes().size());
        for (Attribute each : entry.getAttributes()) {
            all.add(new Sent(each));
        }
        this.attributes = all;
    }

    @Override
    public String name() {
        return entry.getDN();
    }

    @Override
    public List<RawAttribute> attributes() {
        return attributes;
    }

    /** Nothing of the entry: it may be a person's. */
    @Override
    public String toString() {
        return "SearchEntry";
    }

    private static final class Sent implements RawAttribute {

        private final Attribute attribute;
        private @Nullable List<String> values;

        Sent(Attribute attribute) {
            this.attribute = attribute;
        }

        @Override
        public String name() {
            return attribute.getName();
        }

        @Override
        public List<String> values() {
            List<String> texts = values;
            if (texts == null) {
                texts = List.of(attribute.getValues());
                values = texts;
            }
            return texts;
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
