package se.ehealthsdk.siths.signature.remote;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;

/** Reads from a SignedInfo by which algorithm it is to be signed: no other value would fit it. */
final class SignedInfoAlgorithm {

    private static final int MAX_BYTES = 1 << 16;

    private SignedInfoAlgorithm() {}

    static SignatureAlgorithm of(byte[] signedInfo) {
        NodeList methods =
                SecureDom.parse(signedInfo, MAX_BYTES)
                        .getDocumentElement()
                        .getElementsByTagNameNS(Dss.SIGNATURE, "SignatureMethod");
        if (methods.getLength() == 1) {
            String uri = ((Element) methods.item(0)).getAttribute("Algorithm");
            for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                if (algorithm.uri().equals(uri)) {
                    return algorithm;
                }
            }
        }
        throw new InvalidInputException(
                "document",
                "has a SignedInfo with no known signature method",
                "a document that PreparedDocument.of has prepared");
    }
}
