package se.ehealthsdk.benchmarks.siths;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.util.concurrent.TimeUnit;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.w3c.dom.Document;
import se.ehealthsdk.core.signature.DocumentVerifier;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;

/**
 * From the bytes of a signed certificate to the verdict on its signature. The Java runtime has its secure
 * validation off: on, it refuses the document. Neither side looks at who signed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {

    private final byte[] document = SignedCertificate.signed();
    private final DocumentVerifier verifier = XmlDocumentVerifier.integrityOnlyWithoutTrust();
    private final PublicKey key;

    /** Learns the signer's key, which the Java runtime is given beforehand. */
    public SignatureBenchmark() {
        SignatureReport report = verifier.verify(document);
        if (!report.valid()) {
            throw new IllegalStateException(report.toString());
        }
        key = report.signerChain().get(0).getPublicKey();
    }

    /** This SDK. */
    @Benchmark
    public SignatureReport ours() {
        return verifier.verify(document);
    }

    /** {@code javax.xml.crypto}, which runs the document's transforms. */
    @Benchmark
    public boolean jdk() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        DOMValidateContext context =
                new DOMValidateContext(
                        key,
                        parsed.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0));
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
        XMLSignature signature =
                XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        if (!signature.validate(context)) {
            throw new IllegalStateException("the runtime refuses the document");
        }
        return true;
    }
}
