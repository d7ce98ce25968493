package se.ehealthsdk.siths.signature;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import se.ehealthsdk.testpki.IssuedCertificate;

/** A card with one key that cannot leave it: only this provider can sign with it. */
final class CardProvider extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    CardProvider(IssuedCertificate content) {
        super("Card", "1", "A card for tests");
        putService(
                new Service(this, "KeyStore", "PKCS11", Content.class.getName(), List.of(), null) {
                    @Override
                    public Object newInstance(Object parameter) {
                        return new Content(content);
                    }
                });
        for (String algorithm : List.of("SHA256withECDSA", "SHA256withRSA")) {
            putService(
                    new Service(
                            this,
                            "Signature",
                            algorithm,
                            Signing.class.getName(),
                            List.of(),
                            Map.of("SupportedKeyClasses", CardKey.class.getName())) {
                        @Override
                        public Object newInstance(Object parameter) {
                            return new Signing(algorithm);
                        }
                    });
        }
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    static final class CardKey implements PrivateKey {
        private static final long serialVersionUID = 1L;
        private final transient PrivateKey inCard;

        CardKey(PrivateKey inCard) {
            this.inCard = inCard;
        }

        @Override
        public String getAlgorithm() {
            return inCard.getAlgorithm();
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }

    private static final class Signing extends SignatureSpi {
        private final Signature inCard;

        Signing(String algorithm) {
            try {
                inCard = Signature.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            inCard.initSign(((CardKey) key).inCard);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            inCard.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int at, int length) throws SignatureException {
            inCard.update(bytes, at, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return inCard.sign();
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected boolean engineVerify(byte[] value) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Content extends KeyStoreSpi {
        private final IssuedCertificate content;

        Content(IssuedCertificate content) {
            this.content = content;
        }

        @Override
        public void engineLoad(InputStream in, char[] pin) {}

        @Override
        public Key engineGetKey(String alias, char[] password) {
            return new CardKey(content.key());
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
            return Collections.enumeration(List.of("key"));
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return alias.equals("key");
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return alias.equals("key");
        }

        @Override
        public int engineSize() {
            return 1;
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
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
        public void engineStore(OutputStream out, char[] password) {
            throw new UnsupportedOperationException();
        }
    }
}
