package se.ehealthsdk.hsa.ldap;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/**
 * Who the system says it is to a directory. Immutable.
 *
 * <p>Source: RFC 4513 section 5 (simple bind, anonymous), RFC 4422 appendix A (SASL EXTERNAL).
 */
public final class LdapBind {

    enum Kind {
        EXTERNAL,
        SIMPLE,
        ANONYMOUS
    }

    private final Kind kind;
    private final @Nullable DistinguishedName name;
    private final Supplier<char[]> password;

    private LdapBind(Kind kind, @Nullable DistinguishedName name, Supplier<char[]> password) {
        this.kind = kind;
        this.name = name;
        this.password = password;
    }

    /** The one that the certificate of {@link LdapConnection.Builder#credential} names (SASL EXTERNAL). */
    public static LdapBind external() {
        return new LdapBind(Kind.EXTERNAL, null, () -> new char[0]);
    }

    /**
     * A name and a password. They are sent only over an encrypted connection.
     *
     * @param name the system's entry in the directory
     * @param password gives the password, at each new connection, so that a changed one is found; the array is not
     *     changed. It must not be empty: that would make it an anonymous bind (RFC 4513 section 5.1.2).
     */
    public static LdapBind simple(DistinguishedName name, Supplier<char[]> password) {
        return new LdapBind(
                Kind.SIMPLE,
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(password, "password"));
    }

    /** Nobody. Many directories then show less, or nothing. */
    public static LdapBind anonymous() {
        return new LdapBind(Kind.ANONYMOUS, null, () -> new char[0]);
    }

    Kind kind() {
        return kind;
    }

    Optional<DistinguishedName> name() {
        return Optional.ofNullable(name);
    }

    Supplier<char[]> password() {
        return password;
    }

    /** The kind of bind; neither name nor password. */
    @Override
    public String toString() {
        return "LdapBind[" + kind + "]";
    }
}
