package se.ehealthsdk.hsa.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.internal.ldap.Condition;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Servers in memory with units of an invented region, and what is asked of them. */
final class TestDirectory {

    static final TestPki PKI = TestPki.shared();
    static final TrustAnchors TRUST = TrustAnchors.of(PKI.trustedRoots());
    static final String BASE = "o=Region Påhitt,c=SE";
    static final String BIND_NAME = "cn=system,c=SE";
    static final String PASSWORD = "hemligt-lösen";

    private TestDirectory() {}

    static SSLContext serverTls(IssuedCertificate certificate) {
        return credential(certificate).sslContext(TRUST);
    }

    static Credential credential(IssuedCertificate certificate) {
        return Credential.keyStore(
                certificate.keyStore(TestPki.PASSWORD.toCharArray()),
                TestPki.PASSWORD.toCharArray());
    }

    /** A server that talks plainly, and with StartTLS, at one port, and TLS at another. */
    static InMemoryDirectoryServer start(int units, SSLContext tls) throws Exception {
        return start(config(tls), units);
    }

    static InMemoryDirectoryServerConfig config(SSLContext tls) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("c=SE");
        config.setSchema(null);
        config.addAdditionalBindCredentials(BIND_NAME, PASSWORD);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "plain", localhost(), 0, tls.getSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls",
                        localhost(),
                        0,
                        tls.getServerSocketFactory(),
                        tls.getSocketFactory()));
        return config;
    }

    static InMemoryDirectoryServer start(InMemoryDirectoryServerConfig config, int units)
            throws Exception {
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("dn: c=SE", "objectClass: country", "c: SE"));
        entries.add(new Entry("dn: " + BASE, "objectClass: organization", "o: Region Påhitt"));
        for (int i = 0; i < units; i++) {
            entries.add(
                    new Entry(
                            "dn: ou=Enhet %04d,%s".formatted(i, BASE),
                            "objectClass: organizationalUnit",
                            "ou: Enhet %04d".formatted(i),
                            "hsaIdentity: SE2321000016-%04d".formatted(i)));
        }
        for (Entry each : entries) {
            server.add(each);
        }
        server.startListening();
        return server;
    }

    private static InetAddress localhost() {
        try {
            return InetAddress.getByName("127.0.0.1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    static LdapServer ldaps(InMemoryDirectoryServer server) {
        return LdapServer.ldaps("localhost", server.getListenPort("tls"));
    }

    static LdapServer startTls(InMemoryDirectoryServer server) {
        return LdapServer.startTls("localhost", server.getListenPort("plain"));
    }

    static LdapServer plain(InMemoryDirectoryServer server) {
        return LdapServer.withoutEncryptionAtOwnRisk("localhost", server.getListenPort("plain"));
    }

    static EntryQuery units(int limit) {
        return new EntryQuery(
                DistinguishedName.of(BASE),
                EntryQuery.Scope.SUBTREE,
                new Condition.Present("hsaIdentity"),
                List.of("ou", "hsaIdentity"),
                limit);
    }

    static EntryQuery unit(String hsaId) {
        return new EntryQuery(
                DistinguishedName.of(BASE),
                EntryQuery.Scope.SUBTREE,
                new Condition.Equal("hsaIdentity", hsaId),
                List.of("ou"),
                0);
    }
}
