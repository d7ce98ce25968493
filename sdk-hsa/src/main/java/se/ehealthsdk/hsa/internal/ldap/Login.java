package se.ehealthsdk.hsa.internal.ldap;

import java.util.function.Supplier;

/** What is said of oneself on a new connection. */
public sealed interface Login {

    /** What the certificate says. */
    record External() implements Login {}

    record Anonymous() implements Login {}

    /** A name and a password, which is asked for at each new connection. */
    record Simple(String name, Supplier<char[]> password) implements Login {

        /** Neither name nor password. */
        @Override
        public String toString() {
            return "Simple";
        }
    }
}
