package se.ehealthsdk.siths.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What the policies and issuers of certificates mean: kind, level of assurance, environment. It is data: rows can be
 * added, and a row of the caller's replaces the one with the same key. Immutable; each method gives a changed copy.
 *
 * <p>A policy goes before the issuer, as Inera recommends. {@link #standard()} holds the rows that Inera's public
 * description and public certificates confirm. The policies of the single kinds of card are <strong>not</strong> among
 * them: add those that Inera's matrix gives, with {@link #withPolicyLevel}. Until then the issuer's level counts.
 *
 * <p>Issuers are looked up by common name, without regard to case. A known name after the word TEST, SYSTEMTEST or
 * SDKTEST, or before PP (the earlier generation), is that issuer's twin for tests: same kind and level, {@link
 * SithsEnvironment#TEST}. A name proves nothing until the certificate has been validated.
 */
public final class CertificateTable {

    private static final Pattern OID = Pattern.compile("[0-2](?:\\.(?:0|[1-9][0-9]{0,38})){1,30}");

    private static final CertificateTable STANDARD =
            empty().withPolicyKind("1.2.752.74.8.505", CertificateKind.FUNCTION)
                    .withPolicyKind("1.2.752.74.8.650", CertificateKind.FUNCTION)
                    .withPolicyKind("1.2.752.74.8.512", CertificateKind.MOBILE)
                    .person("HSA-id 3", CertificateKind.PERSON_HSA_ID, AssuranceLevel.LOA3)
                    .person("ID 3", CertificateKind.PERSON_PERSONAL_NUMBER, AssuranceLevel.LOA3)
                    .person("ID Mobile", CertificateKind.MOBILE, AssuranceLevel.LOA3)
                    .person("HSA-id 2", CertificateKind.PERSON_HSA_ID, AssuranceLevel.LOA2)
                    .person("ID 2", CertificateKind.PERSON_PERSONAL_NUMBER, AssuranceLevel.LOA2)
                    .production("SITHS e-id Root CA v2")
                    .production("SITHS e-id Function CA v1")
                    .withIssuerKind("SITHS e-id Function CA v1", CertificateKind.FUNCTION)
                    .production("SITHS Root CA v1")
                    .production("SITHS Type 1 CA v1")
                    .production("SITHS Type 3 CA v1")
                    .withIssuerKind("SITHS Type 3 CA v1", CertificateKind.FUNCTION)
                    .withTestPrefix("TEST")
                    .withTestPrefix("SYSTEMTEST")
                    .withTestPrefix("SDKTEST");

    private static final String TEST_SUFFIX = " pp";

    private final Map<String, CertificateKind> policyKinds;
    private final Map<String, AssuranceLevel> policyLevels;
    private final Map<String, CertificateKind> issuerKinds;
    private final Map<String, AssuranceLevel> issuerLevels;
    private final Map<String, SithsEnvironment> issuerEnvironments;
    private final List<String> testPrefixes;

    private CertificateTable(
            Map<String, CertificateKind> policyKinds,
            Map<String, AssuranceLevel> policyLevels,
            Map<String, CertificateKind> issuerKinds,
            Map<String, AssuranceLevel> issuerLevels,
            Map<String, SithsEnvironment> issuerEnvironments,
            List<String> testPrefixes) {
        this.policyKinds = policyKinds;
        this.policyLevels = policyLevels;
        this.issuerKinds = issuerKinds;
        this.issuerLevels = issuerLevels;
        this.issuerEnvironments = issuerEnvironments;
        this.testPrefixes = testPrefixes;
    }

    /** The confirmed rows: the generation "SITHS e-id", and of the one before it what old signatures need. */
    public static CertificateTable standard() {
        return STANDARD;
    }

    /** No rows at all, for a PKI that has nothing to do with SITHS. */
    public static CertificateTable empty() {
        return new CertificateTable(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
    }

    private CertificateTable person(String name, CertificateKind kind, AssuranceLevel level) {
        String issuer = "SITHS e-id Person " + name + " CA v1";
        return production(issuer).withIssuerKind(issuer, kind).withIssuerLevel(issuer, level);
    }

    private CertificateTable production(String issuer) {
        return withIssuerEnvironment(issuer, SithsEnvironment.PRODUCTION);
    }

    /**
     * With the level that a certificate policy stands for.
     *
     * @param oid the policy, dotted
     * @throws InvalidInputException when it is not an object identifier
     */
    public CertificateTable withPolicyLevel(String oid, AssuranceLevel level) {
        return new CertificateTable(
                policyKinds,
                with(policyLevels, policy(oid), level),
                issuerKinds,
                issuerLevels,
                issuerEnvironments,
                testPrefixes);
    }

    /**
     * With the kind that a certificate policy stands for.
     *
     * @param oid the policy, dotted
     * @throws InvalidInputException when it is not an object identifier
     */
    public CertificateTable withPolicyKind(String oid, CertificateKind kind) {
        return new CertificateTable(
                with(policyKinds, policy(oid), kind),
                policyLevels,
                issuerKinds,
                issuerLevels,
                issuerEnvironments,
                testPrefixes);
    }

    /**
     * With the level at which an issuer issues, for certificates none of whose policies has a level.
     *
     * @param commonName the issuer's common name
     * @throws InvalidInputException when it is blank
     */
    public CertificateTable withIssuerLevel(String commonName, AssuranceLevel level) {
        return new CertificateTable(
                policyKinds,
                policyLevels,
                issuerKinds,
                with(issuerLevels, issuer(commonName), level),
                issuerEnvironments,
                testPrefixes);
    }

    /**
     * With the kind that an issuer issues, for certificates none of whose policies has a kind.
     *
     * @param commonName the issuer's common name
     * @throws InvalidInputException when it is blank
     */
    public CertificateTable withIssuerKind(String commonName, CertificateKind kind) {
        return new CertificateTable(
                policyKinds,
                policyLevels,
                with(issuerKinds, issuer(commonName), kind),
                issuerLevels,
                issuerEnvironments,
                testPrefixes);
    }

    /**
     * With the environment that an issuer belongs to.
     *
     * @param commonName the issuer's common name
     * @throws InvalidInputException when it is blank
     */
    public CertificateTable withIssuerEnvironment(String commonName, SithsEnvironment environment) {
        return new CertificateTable(
                policyKinds,
                policyLevels,
                issuerKinds,
                issuerLevels,
                with(issuerEnvironments, issuer(commonName), environment),
                testPrefixes);
    }

    /**
     * With a word that, before the name of an issuer of production, makes it that issuer's twin for tests.
     *
     * @param prefix the word, without the blank after it
     * @throws InvalidInputException when it is blank
     */
    public CertificateTable withTestPrefix(String prefix) {
        List<String> prefixes = new ArrayList<>(testPrefixes);
        prefixes.add(key("prefix", prefix) + " ");
        return new CertificateTable(
                policyKinds,
                policyLevels,
                issuerKinds,
                issuerLevels,
                issuerEnvironments,
                List.copyOf(prefixes));
    }

    /**
     * What the table says of a certificate.
     *
     * @param kind the kind that the policies or else the issuer tell
     * @param level the level that the policies or else the issuer tell; of several policies the lowest
     * @param environment that of the issuer
     */
    record Meaning(
            Optional<CertificateKind> kind,
            Optional<AssuranceLevel> level,
            SithsEnvironment environment) {}

    Meaning meaning(Collection<String> policies, Optional<String> issuerName) {
        Optional<String> issuer = issuerName.map(CertificateTable::normal);
        Optional<String> twin = issuer.flatMap(this::twin);
        return new Meaning(
                policies.stream()
                        .map(policyKinds::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .or(() -> row(issuerKinds, issuer, twin)),
                policies.stream()
                        .map(policyLevels::get)
                        .filter(Objects::nonNull)
                        .min(AssuranceLevel::compareTo)
                        .or(() -> row(issuerLevels, issuer, twin)),
                issuer.map(issuerEnvironments::get)
                        .or(() -> twin.map(any -> SithsEnvironment.TEST))
                        .orElse(SithsEnvironment.UNKNOWN));
    }

    private static <T> Optional<T> row(
            Map<String, T> rows, Optional<String> issuer, Optional<String> twin) {
        return issuer.map(rows::get).or(() -> twin.map(rows::get));
    }

    /** The issuer of production whose twin for tests this is. */
    private Optional<String> twin(String name) {
        List<String> candidates = new ArrayList<>();
        for (String prefix : testPrefixes) {
            if (name.startsWith(prefix)) {
                candidates.add(name.substring(prefix.length()));
            }
        }
        if (name.endsWith(TEST_SUFFIX)) {
            candidates.add(name.substring(0, name.length() - TEST_SUFFIX.length()));
        }
        return candidates.stream()
                .map(String::strip)
                .filter(known -> issuerEnvironments.get(known) == SithsEnvironment.PRODUCTION)
                .findFirst();
    }

    private static String policy(String oid) {
        String dotted = oid.strip();
        if (!OID.matcher(dotted).matches()) {
            throw new InvalidInputException(
                    "oid", "is not an object identifier", "numbers with dots between");
        }
        return dotted;
    }

    private static String issuer(String commonName) {
        return key("commonName", commonName);
    }

    private static String key(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException(field, "is blank", "a name");
        }
        return normal(text);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static <T> Map<String, T> with(Map<String, T> rows, String key, T value) {
        Map<String, T> more = new HashMap<>(rows);
        more.put(key, value);
        return Map.copyOf(more);
    }

    /** How many rows there are. */
    @Override
    public String toString() {
        return "CertificateTable["
                + (policyKinds.size() + policyLevels.size())
                + " rows of policies, "
                + (issuerKinds.size() + issuerLevels.size() + issuerEnvironments.size())
                + " of issuers]";
    }
}
