package se.ehealthsdk.siths.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import se.ehealthsdk.siths.internal.x509.DerElement;

/** A subject or issuer, attribute by attribute as it is encoded; its text form is never looked at. */
final class DistinguishedName {

    static final String COMMON_NAME = "2.5.4.3";
    static final String SURNAME = "2.5.4.4";
    static final String SERIAL_NUMBER = "2.5.4.5";
    static final String LOCALITY = "2.5.4.7";
    static final String ORGANISATION = "2.5.4.10";
    static final String TITLE = "2.5.4.12";
    static final String GIVEN_NAME = "2.5.4.42";
    static final String EMAIL = "1.2.840.113549.1.9.1";

    private record Attribute(String oid, Optional<String> text) {}

    private final List<Attribute> attributes;

    private DistinguishedName(List<Attribute> attributes) {
        this.attributes = attributes;
    }

    /**
     * @throws IOException when it is damaged
     */
    static DistinguishedName read(DerElement name) throws IOException {
        return Asn1.attempt(
                () -> {
                    List<Attribute> attributes = new ArrayList<>();
                    for (DerElement rdn : name.children()) {
                        for (DerElement each : rdn.children()) {
                            List<DerElement> typeAndValue = each.children();
                            attributes.add(
                                    new Attribute(
                                            CertificateParts.oid(typeAndValue.get(0)),
                                            Asn1.text(
                                                    ASN1Primitive.fromByteArray(
                                                            typeAndValue.get(1).encoded()))));
                        }
                    }
                    return new DistinguishedName(List.copyOf(attributes));
                });
    }

    /** The values of all attributes of the type; empty for one that is no text. */
    List<Optional<String>> values(String oid) {
        return attributes.stream()
                .filter(each -> each.oid.equals(oid))
                .map(Attribute::text)
                .toList();
    }

    /** The texts of all readable, non-blank attributes of the type, in their order. */
    List<String> all(String oid) {
        return values(oid).stream()
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The first of {@link #all}. */
    Optional<String> first(String oid) {
        return all(oid).stream().findFirst();
    }
}
