package se.ehealthsdk.hsa.ldap;

import java.util.Objects;
import java.util.function.Supplier;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.internal.ldap.Login;

/**
 * Who the system says it is to a directory. Immutable.
 *
 * <p>Source: RFC 4513 section 5 (simple bind, anonymous), RFC 4422 appendix A (SASL EXTERNAL).
 */
public final class LdapBind {

    private final Login login;

    private LdapBind(Login login) {
        this.login = login;
    }

    /** The one that the certificate of {@link LdapConnection.Builder#credential} names (SASL EXTERNAL). */
    public static LdapBind external() {
        return new LdapBind(new Login.External());
    }

    /**
     * A name and a password. They are sent only over an encrypted connection.
     *
     * @param name the system's entry in the directory
     * @param password gives the password, at each new connection, so that a changed one is found; the array is not
     *     changed. It must not be empty: a directory would then take the system for anonymous (RFC 4513 section
     *     5.1.2).
     */
    public static LdapBind simple(DistinguishedName name, Supplier<char[]> password) {
        Objects.requireNonNull(password, "password");
        return new LdapBind(new Login.Simple(name.toString(), password));
    }

    /** Nobody. Many directories then show less, or nothing. */
    public static LdapBind anonymous() {
        return new LdapBind(new Login.Anonymous());
    }

    Login login() {
        return login;
    }

    /** The kind of bind; neither name nor password. */
    @Override
    public String toString() {
        return "LdapBind[" + login.getClass().getSimpleName() + "]";
    }
}
