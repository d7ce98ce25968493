package se.ehealthsdk.testpki;

import java.nio.charset.Charset;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERUniversalString;

/** How a string is encoded in a certificate's subject (DirectoryString, RFC 5280 section 4.1.2.4). */
public enum StringType {
    /** PrintableString: what SITHS uses for HSA-ids. Letters, digits and a few signs; no underscore. */
    PRINTABLE(DERPrintableString::new),
    /** UTF8String. */
    UTF8(DERUTF8String::new),
    /** BMPString: two bytes a character. */
    BMP(DERBMPString::new),
    /** TeletexString, in practice ISO 8859-1. */
    TELETEX(DERT61String::new),
    /** IA5String: ASCII. */
    IA5(DERIA5String::new),
    /** UniversalString: four bytes a character. */
    UNIVERSAL(text -> new DERUniversalString(text.getBytes(Charset.forName("UTF-32BE"))));

    private final Function<String, ASN1Encodable> encoder;

    StringType(Function<String, ASN1Encodable> encoder) {
        this.encoder = encoder;
    }

    ASN1Encodable encode(String text) {
        return encoder.apply(text);
    }
}
