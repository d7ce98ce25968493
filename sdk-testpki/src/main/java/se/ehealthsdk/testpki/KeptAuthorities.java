package se.ehealthsdk.testpki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The authorities of a PKI in a PKCS#12 file, each with the path up to its root. */
final class KeptAuthorities {

    private final Map<String, TestCa> authorities = new LinkedHashMap<>();

    void put(String name, TestCa authority) {
        authorities.put(name, authority);
    }

    TestCa get(String name) {
        TestCa found = authorities.get(name);
        if (found == null) {
            throw new IllegalStateException("There is no authority " + name);
        }
        return found;
    }

    static KeptAuthorities read(Path file, char[] password) throws IOException {
        KeptAuthorities kept = new KeptAuthorities();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String name :
                    List.of(
                            "ROOT",
                            "FUNCTION",
                            "PERSON_HSA_ID",
                            "PERSON_ID",
                            "SIGNATURE_SERVICE")) {
                if (!(store.getKey(name, password) instanceof PrivateKey key)) {
                    throw new IOException("The authority " + name + " is not in " + file);
                }
                List<X509Certificate> path =
                        Arrays.stream(store.getCertificateChain(name))
                                .map(X509Certificate.class::cast)
                                .toList();
                kept.put(
                        name,
                        new TestCa(
                                path.get(0),
                                key,
                                KeyAlgorithm.EC_P256,
                                path.subList(1, path.size()),
                                RevocationAddresses.NONE));
            }
            return kept;
        } catch (GeneralSecurityException e) {
            throw new IOException("Could not read " + file, e);
        }
    }

    void write(Path file, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Map.Entry<String, TestCa> each : authorities.entrySet()) {
                TestCa authority = each.getValue();
                store.setKeyEntry(
                        each.getKey(),
                        authority.key(),
                        password,
                        authority.path().toArray(Certificate[]::new));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            // whole or not at all: half a file would be in the way of the next start
            Path half =
                    Files.createTempFile(file.toAbsolutePath().getParent(), "authorities", ".tmp");
            Files.write(half, bytes.toByteArray());
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException e) {
            throw new IOException("Could not write " + file, e);
        }
    }
}
