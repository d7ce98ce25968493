package se.ehealthsdk.core.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import javax.security.auth.login.FailedLoginException;
import se.ehealthsdk.testpki.IssuedCertificate;

/** A provider that looks like a PKCS#11 token with one key. */
final class FakeTokenProvider extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    FakeTokenProvider(IssuedCertificate content, char[] pin) {
        super("FakeToken", "1", "A token for tests");
        putService(
                new Service(this, "KeyStore", "PKCS11", Token.class.getName(), List.of(), null) {
                    @Override
                    public Object newInstance(Object parameter) {
                        return new Token(content, pin);
                    }
                });
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    private static final class Token extends KeyStoreSpi {
        private final IssuedCertificate content;
        private final char[] pin;

        Token(IssuedCertificate content, char[] pin) {
            this.content = content;
            this.pin = pin;
        }

        @Override
        public void engineLoad(InputStream in, char[] given) throws IOException {
            if (!Arrays.equals(pin, given)) {
                throw new IOException("load failed", new FailedLoginException());
            }
        }

        @Override
        public Key engineGetKey(String alias, char[] password) {
            return content.key();
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            return content.chain().toArray(Certificate[]::new);
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            return content.certificate();
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(List.of("token key"));
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return alias.equals("token key");
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String a, Key k, char[] p, Certificate[] c) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String a, byte[] k, Certificate[] c) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int engineSize() {
            return 1;
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineStore(OutputStream out, char[] password) {
            throw new UnsupportedOperationException();
        }
    }
}
