package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
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
    public List<String> values(String attribute) {
        Attribute found = entry.getAttribute(attribute);
        return found == null ? List.of() : List.of(found.getValues());
    }

    @Override
    public List<byte[]> bytes(String attribute) {
        Attribute found = entry.getAttribute(attribute);
        return found == null ? List.of() : List.of(found.getValueByteArrays());
    }

    /** Nothing of the entry: it may be a person's. */
    @Override
    public String toString() {
        return "SearchEntry";
    }
}
