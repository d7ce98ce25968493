package se.ehealthsdk.core.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;

/** Where a key and its certificates come from. Implementations never show a password. */
interface CredentialSource {

    /**
     * Reads the key and its certificates anew.
     *
     * @param alias which key; empty when there should be one only
     * @throws ConfigurationException when there is none that can be read
     */
    KeyMaterial load(Optional<String> alias);

    /** The files whose change means that there may be a new key; empty when it is not in files. */
    List<Path> files();

    /** What it is and where, for messages, for example {@code PKCS#12 file /etc/ehr/function.p12}. */
    String description();
}
