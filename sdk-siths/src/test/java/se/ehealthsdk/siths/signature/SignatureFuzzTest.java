package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.siths.signature.SampleIntyg.utf8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.siths.internal.xml.ExclusiveC14n;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * Signed documents with random changes, the same at each run: no other exception than that for no XML, and never
 * valid with other content. What content is, is said here without the code that verifies.
 */
class SignatureFuzzTest {

    private static final IssuedCertificate SIGNER =
            TestPki.shared().personSigning(SampleIntyg.HSA_ID);
    private static final XmlDocumentVerifier VERIFIER =
            XmlDocumentVerifier.integrityOnlyWithoutTrust();
    private static final int ROUNDS = 400;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @ParameterizedTest
    @EnumSource
    void changedBytes(SignatureProfile profile) {
        byte[] signed = Oracle.sign(utf8(SampleIntyg.unprefixed()), profile, SIGNER);
        String content = content(signed, profile).orElseThrow();
        Random random = new Random(profile.ordinal());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = signed.clone();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(changed.length);
                changed[at] =
                        random.nextBoolean()
                                ? (byte) random.nextInt(256)
                                : signed[random.nextInt(signed.length)];
            }
            check(changed, profile, content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void movedPieces(SignatureProfile profile) {
        String signed =
                new String(
                        Oracle.sign(utf8(SampleIntyg.unprefixed()), profile, SIGNER),
                        StandardCharsets.UTF_8);
        String content = content(utf8(signed), profile).orElseThrow();
        List<int[]> elements = elements(signed);
        Random random = new Random(profile.ordinal() + 100);
        int wellFormed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int[] piece = elements.get(random.nextInt(elements.size()));
            int[] other = elements.get(random.nextInt(elements.size()));
            String text = signed.substring(piece[0], piece[1]);
            StringBuilder changed = new StringBuilder(signed);
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(other[0], text);
                case 1 -> changed.replace(other[0], other[1], text);
                default -> changed.delete(piece[0], piece[1]);
            }
            if (check(utf8(changed.toString()), profile, content)) {
                wellFormed++;
            }
        }
        assertThat(wellFormed).isGreaterThan(ROUNDS / 2);
    }

    private static boolean check(byte[] changed, SignatureProfile profile, String content) {
        SignatureReport report;
        try {
            report = VERIFIER.verify(changed);
        } catch (InvalidInputException e) {
            return false;
        }
        if (report.valid()) {
            assertThat(content(changed, profile))
                    .as(new String(changed, StandardCharsets.UTF_8))
                    .contains(content);
            // The certificate is outside the signature: its issuer's signature on it is for the
            // trust.
            assertThat(report.signer().orElseThrow().getPublicKey())
                    .isEqualTo(SIGNER.certificate().getPublicKey());
        }
        return true;
    }

    /** Element names and texts of the intyg in order, but for what the form leaves out. */
    private static Optional<String> content(byte[] document, SignatureProfile profile) {
        Document tree = SecureDom.parse(document, 1_000_000);
        if (tree.getElementsByTagNameNS("*", "intyg").getLength() != 1) {
            return Optional.empty();
        }
        Element intyg = (Element) tree.getElementsByTagNameNS("*", "intyg").item(0);
        String canonical =
                new String(
                        ExclusiveC14n.withoutNamespaces(
                                intyg,
                                each ->
                                        each.getLocalName().equals("Signature")
                                                || profile.leavesOut(each)),
                        StandardCharsets.UTF_8);
        return Optional.of(
                canonical
                        .replaceAll("<\\?[^>]*\\?>", "")
                        .replaceAll(">[ \t\n]+(?=<)", ">")
                        .replaceAll(">(&#xD;|[ \t\n])+<", "><"));
    }

    /** Where elements begin and end. */
    private static List<int[]> elements(String document) {
        List<int[]> found = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        Matcher tags = TAG.matcher(document);
        while (tags.find()) {
            String tag = tags.group();
            if (tag.startsWith("</")) {
                found.add(new int[] {open.remove(open.size() - 1), tags.end()});
            } else if (tag.endsWith("/>")) {
                found.add(new int[] {tags.start(), tags.end()});
            } else if (!tag.startsWith("<?") && !tag.startsWith("<!")) {
                open.add(tags.start());
            }
        }
        return found;
    }
}
