package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/** The entries at one moment, and what answers searches of them. */
final class Tree {

    private static final Schema SCHEMA = HsaLikeSchema.schema();

    private final List<Entry> entries;
    private final Map<String, String> byHsaId = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final InMemoryRequestHandler handler;

    /**
     * @throws InvalidInputException if an entry is not as the schema has it; the message names the entry
     */
    Tree(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        try {
            InMemoryDirectoryServerConfig config =
                    new InMemoryDirectoryServerConfig(DirectoryStandIn.BASE);
            config.setSchema(SCHEMA);
            // when entries were changed is written by who makes them: a tree made anew changes
            // nothing
            config.setGenerateOperationalAttributes(false);
            handler = new InMemoryRequestHandler(config);
        } catch (LDAPException defect) {
            throw new IllegalStateException("the directory cannot be made", defect);
        }
        for (Entry entry : entries) {
            add(entry);
        }
    }

    private void add(Entry entry) {
        try {
            handler.addEntry(entry, true);
        } catch (LDAPException refused) {
            throw new InvalidInputException(
                    "entry",
                    "is refused by the directory: " + refused.getMessage(),
                    "an entry as the testkit's schema has it, below one that is there");
        }
        String hsaId = entry.getAttributeValue("hsaIdentity");
        if (hsaId != null) {
            byHsaId.put(hsaId, entry.getDN());
        }
    }

    List<Entry> entries() {
        return entries;
    }

    InMemoryRequestHandler handler() {
        return handler;
    }

    /** The name of the entry with an HSA-id. */
    Optional<String> nameOf(HsaId id) {
        return Optional.ofNullable(byHsaId.get(id.value()));
    }
}
