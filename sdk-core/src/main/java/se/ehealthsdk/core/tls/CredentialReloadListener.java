package se.ehealthsdk.core.tls;

import se.ehealthsdk.core.error.ConfigurationException;

/**
 * Hears when a credential's file has changed. Called by the thread that noticed the change, often in
 * the middle of a call: be quick. What it throws is logged and otherwise ignored.
 */
public interface CredentialReloadListener {

    /**
     * The new certificate is in use for all new connections.
     *
     * @param credential the credential, which answers with the new certificate
     */
    default void reloaded(Credential credential) {}

    /**
     * The changed file cannot be used. The old certificate stays in use, and the file is tried again.
     * Told once for each state of the file.
     *
     * @param credential the credential, which answers with the old certificate
     * @param problem what is wrong with the new file, and what to do
     */
    default void reloadFailed(Credential credential, ConfigurationException problem) {}
}
