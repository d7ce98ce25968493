package se.ehealthsdk.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A setting, certificate or key cannot work: thrown while building a client or an endpoint, before
 * the first call, so that a faulty installation is noticed when it starts.
 */
public final class ConfigurationException extends EHealthException {

    /**
     * @param message what is wrong
     * @param remedy what to order, replace or set
     */
    public ConfigurationException(String message, String remedy) {
        this(message, remedy, null);
    }

    /**
     * @param message what is wrong
     * @param remedy what to order, replace or set
     * @param cause what showed it; may be null
     */
    public ConfigurationException(String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, null, cause);
    }
}
