package se.ehealthsdk.certificate.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.HealthcareProfessional.Speciality;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * Puts together who issues a certificate, and the unit: the user who is logged in, and what HSA knows of the unit.
 * What is left empty here is a finding of the check of the certificate. Not for use by more than one thread.
 */
public final class Issuer {

    private static final String TITLES = "1.2.752.129.2.2.1.4";
    private static final String LICENCES = "1.2.752.29.23.1.6";
    private static final String NO_CODE = "N/A";

    private final ActingUser user;
    private final List<CodedValue> titles = new ArrayList<>();
    private final List<Speciality> specialities = new ArrayList<>();
    private final List<CodedValue> licences = new ArrayList<>();
    private String name;
    private Optional<HsaId> unit;
    private String unitName;
    private String careProviderName;
    private String workplaceCode = "";
    private String address = "";
    private String postalCode = "";
    private String town = "";
    private String telephone = "";
    private Optional<String> email = Optional.empty();

    private Issuer(ActingUser user) {
        this.user = user;
        this.name = user.name().orElse("");
        this.unit = user.careUnit().map(ActingUser.CareUnit::hsaId);
        this.unitName = user.careUnit().flatMap(ActingUser.CareUnit::name).orElse("");
        this.careProviderName = user.careProvider().name().orElse("");
    }

    /** Starts with a user who acts for a care unit: HSA-ids and names are taken from there. */
    public static Issuer of(ActingUser user) {
        return new Issuer(user);
    }

    /** The user's full name; empty for someone with protected identity. Default that of the user. */
    public Issuer name(String value) {
        this.name = required(value, "name");
        return this;
    }

    /** A title (befattning, kodverk {@value #TITLES}), with its clear text. */
    public Issuer title(String code, String text) {
        titles.add(CodedValue.of(code, TITLES, text));
        return this;
    }

    /** A speciality (specialistkompetens) in clear text. */
    public Issuer speciality(String text) {
        specialities.add(new Speciality(NO_CODE, Optional.of(text)));
        return this;
    }

    /** A licensed profession (legitimerat yrke, kodverk {@value #LICENCES}), with its clear text. */
    public Issuer licence(String code, String text) {
        licences.add(CodedValue.of(code, LICENCES, text));
        return this;
    }

    /** The unit that issues, where it is another than the user's care unit, for example a reception of it. */
    public Issuer unit(HsaId id, String nameOfUnit) {
        this.unit = Optional.of(id);
        this.unitName = required(nameOfUnit, "nameOfUnit");
        return this;
    }

    /** The name of the care provider; default that of the user's. */
    public Issuer careProviderName(String value) {
        this.careProviderName = required(value, "careProviderName");
        return this;
    }

    /** The unit's workplace code (arbetsplatskod). */
    public Issuer workplaceCode(String value) {
        this.workplaceCode = required(value, "workplaceCode");
        return this;
    }

    /** The unit's postal address, postal code (three digits, a blank, two digits) and town. */
    public Issuer address(String street, String code, String place) {
        this.address = required(street, "street");
        this.postalCode = required(code, "code");
        this.town = required(place, "place");
        return this;
    }

    /** The unit's telephone number. */
    public Issuer telephone(String value) {
        this.telephone = required(value, "telephone");
        return this;
    }

    /** The unit's e-mail address; empty is none. */
    public Issuer email(String value) {
        this.email = Optional.of(value).filter(each -> !each.isBlank());
        return this;
    }

    /**
     * The issuer.
     *
     * @throws InvalidInputException if there is no unit: the user acts directly under a care provider; name one
     */
    public HealthcareProfessional build() {
        HsaId issuingUnit =
                unit.orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "unit",
                                        "the user acts without a care unit",
                                        "the unit that issues, see unit(HsaId, String)"));
        return new HealthcareProfessional(
                hsaId(user.employee()),
                name,
                Optional.empty(),
                titles,
                new IssuingUnit(
                        hsaId(issuingUnit),
                        Identifier.of(Identifier.WORKPLACE_CODE, workplaceCode),
                        unitName,
                        address,
                        postalCode,
                        town,
                        telephone,
                        email,
                        new CareProvider(
                                hsaId(user.careProvider().hsaId()), careProviderName, List.of()),
                        List.of()),
                specialities,
                licences);
    }

    private static Identifier hsaId(HsaId id) {
        return Identifier.of(Identifier.HSA_ID, id.value());
    }

    private static String required(String value, String what) {
        return Objects.requireNonNull(value, what);
    }
}
