package se.ehealthsdk.benchmarks.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.PersonSearch;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.hsa.ldap.LdapBind;
import se.ehealthsdk.hsa.ldap.LdapConnection;
import se.ehealthsdk.hsa.ldap.LdapServer;

/** Reads everything of one kind, page by page, and throws it away. */
interface Streamer {

    int PAGE_SIZE = 500;

    /** What is asked for, for the one who is told; nothing for the one who knows. */
    void told(String kind, SearchRequest request);

    /** How many entries came. */
    long read(String kind) throws Exception;

    static LdapConnection ours(int port, Certificates certificates) {
        return LdapConnection.builder(LdapServer.ldaps("localhost", port))
                .trust(TrustAnchors.pem(certificates.roots()))
                .bind(
                        LdapBind.simple(
                                DistinguishedName.of("cn=bench,c=SE"),
                                CountryProcess.PASSWORD::toCharArray))
                .pageSize(PAGE_SIZE)
                .open();
    }

    static LDAPConnection bare(int port, Certificates certificates) throws Exception {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        LDAPConnection connection =
                new LDAPConnection(
                        certificates.client().getSocketFactory(), options, "localhost", port);
        connection.bind("cn=bench,c=SE", CountryProcess.PASSWORD);
        return connection;
    }

    /** Entries as records. */
    record Sdk(HsaDirectory directory) implements Streamer {

        @Override
        public void told(String kind, SearchRequest request) {}

        @Override
        public long read(String kind) {
            return kind.equals("units")
                    ? count(directory.units(UnitSearch.all()))
                    : count(directory.people(PersonSearch.all()));
        }

        /** Those that marks hide have come over the wire and been read too. */
        private static long count(Entries<?> entries) {
            try (entries) {
                while (entries.hasNext()) {
                    entries.next();
                }
                if (!entries.report().isWhole() || entries.report().problemCount() > 0) {
                    throw new IllegalStateException("not read whole: " + entries.report());
                }
                return entries.report().delivered() + entries.report().withheld();
            }
        }
    }

    /** The library alone: it decodes each entry, and nobody looks at it. */
    record Bare(LDAPConnection connection, Map<String, SearchRequest> requests)
            implements Streamer {

        Bare(LDAPConnection connection) {
            this(connection, new ConcurrentHashMap<>());
        }

        @Override
        public void told(String kind, SearchRequest request) {
            requests.put(kind, request);
        }

        @Override
        public long read(String kind) throws LDAPException {
            Dropped dropped = new Dropped();
            SearchRequest template = requireNonNull(requests.get(kind));
            SearchRequest request =
                    new SearchRequest(
                            dropped,
                            template.getBaseDN(),
                            SearchScope.SUB,
                            template.getFilter(),
                            template.getAttributes());
            ASN1OctetString cookie = null;
            do {
                request.setControls(new SimplePagedResultsControl(PAGE_SIZE, cookie));
                SearchResult result = connection.search(request);
                cookie = SimplePagedResultsControl.get(result).getCookie();
            } while (cookie != null && cookie.getValueLength() > 0);
            return dropped.entries;
        }
    }

    /** Counts and forgets. */
    final class Dropped implements SearchResultListener {

        private static final long serialVersionUID = 1;

        private long entries;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            entries++;
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            throw new IllegalStateException("a referral");
        }
    }
}
