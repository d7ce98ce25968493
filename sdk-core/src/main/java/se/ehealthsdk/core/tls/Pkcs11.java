package se.ehealthsdk.core.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import javax.security.auth.login.LoginException;
import se.ehealthsdk.core.error.ConfigurationException;

/** Keys that stay in a hardware module or a card and are used through PKCS#11. */
final class Pkcs11 {

    private Pkcs11() {}

    static CredentialSource source(Provider provider, char[] pin) {
        char[] ownPin = pin.clone();
        String description = "PKCS#11 token of provider " + provider.getName();
        return KeyStoreSource.token(description, () -> open(provider, ownPin, description));
    }

    static Provider configured(Path configuration) {
        ConfigurationFile.read(configuration, "PKCS#11 configuration " + configuration);
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new ConfigurationException(
                    "This Java runtime has no PKCS#11 provider",
                    "Use a runtime with the module jdk.crypto.cryptoki, or give the token's own"
                            + " provider.");
        }
        try {
            return template.configure(configuration.toString());
        } catch (InvalidParameterException | ProviderException e) {
            throw new ConfigurationException(
                    "The PKCS#11 configuration " + configuration + " cannot be used",
                    "Check name, library and slot in it, and that the library is for this"
                            + " processor.",
                    e);
        }
    }

    private static KeyStore open(Provider provider, char[] pin, String description) {
        try {
            KeyStore keyStore = KeyStore.getInstance("PKCS11", registered(provider));
            keyStore.load(null, pin);
            return keyStore;
        } catch (IOException e) {
            if (e.getCause() instanceof LoginException
                    || e.getCause() instanceof GeneralSecurityException) {
                throw new ConfigurationException(
                        "The " + description + " refused the PIN",
                        "Check the PIN before trying again: tokens lock after a few wrong ones.",
                        e);
            }
            throw unusable(description, e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw unusable(description, e);
        }
    }

    /**
     * TLS finds the signature for a key that cannot leave its token among registered providers only. Last
     * in the list, it changes nothing for anyone else. A second one of the same name would not be taken,
     * and its keys be unknown to the first: then the first is used.
     */
    private static Provider registered(Provider provider) {
        Security.addProvider(provider);
        Provider inUse = Security.getProvider(provider.getName());
        return inUse == null ? provider : inUse;
    }

    private static ConfigurationException unusable(String description, Exception cause) {
        return new ConfigurationException(
                "The " + description + " cannot be used",
                "Check that the token is in place and that its software is running.",
                cause);
    }
}
