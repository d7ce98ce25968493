package se.ehealthsdk.hsa.internal.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.AdminCommission;
import se.ehealthsdk.hsa.AdminCredentials;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.Sector;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code AdminCredentialInformationType} of authorizationmanagement. */
public final class AdminCredentialsCodec implements MessageCodec<AdminCredentials> {

    @Override
    public void write(AdminCredentials credentials, ElementWriter out) throws XMLStreamException {
        out.text("personHsaId", credentials.hsaId().value());
        out.text("givenName", credentials.givenName());
        out.text("middleAndSurName", credentials.middleAndSurname());
        out.ifTrue("protectedPerson", credentials.protectedPerson());
        out.ifTrue("feignedPerson", credentials.feigned());
        for (AuthorizationScopeProperty property : credentials.scopeProperties()) {
            out.start("authorizationScopeProperties");
            writeProperty(property, out);
            out.end();
        }
    }

    private static void writeProperty(AuthorizationScopeProperty property, ElementWriter out)
            throws XMLStreamException {
        if (property.commissions().isEmpty()) {
            throw new InvalidInputException(
                    "scopeProperties.commissions", "is empty", "at least one commission");
        }
        out.text("authorizationScopeCode", property.scopeCode());
        out.text("authorizationScopeName", property.scopeName());
        out.text("authorizationScopeDescription", property.scopeDescription());
        out.text("authorizationScopePropertyCode", property.propertyCode());
        out.text("authorizationScopePropertyName", property.propertyName());
        out.text("authorizationScopePropertyDescription", property.propertyDescription());
        for (AdminCommission commission : property.commissions()) {
            out.start("adminCommission");
            out.text("adminCommissionHsaId", commission.hsaId().value());
            out.text(
                    "adminCommissionResponsibleOrganisation", commission.responsibleOrganisation());
            for (Sector sector : commission.sectors()) {
                out.start("sector");
                out.text("unitHsaId", sector.unit().value());
                out.ifTrue("sectorFlag", sector.sectorFlag());
                out.text("name", sector.name());
                out.ifTrue("feignedUnit", sector.feigned());
                out.end();
            }
            out.ifTrue("feignedAdminCommission", commission.feigned());
            out.end();
        }
    }

    @Override
    public AdminCredentials read(ElementReader in) throws XMLStreamException {
        HsaId hsaId = null;
        Optional<String> givenName = Optional.empty();
        String middleAndSurname = "";
        boolean protectedPerson = false;
        boolean feigned = false;
        List<AuthorizationScopeProperty> properties = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "personHsaId" -> hsaId = CommonTypes.hsaId(in, "personHsaId");
                case "givenName" -> givenName = Optional.of(in.token());
                case "middleAndSurName" -> middleAndSurname = in.token();
                case "protectedPerson" -> protectedPerson = in.bool();
                case "feignedPerson" -> feigned = in.bool();
                case "authorizationScopeProperties" -> properties.add(readProperty(in));
                default -> in.skip();
            }
        }
        return new AdminCredentials(
                CommonTypes.required(hsaId, "personHsaId"),
                givenName.filter(name -> !name.isEmpty()),
                middleAndSurname,
                protectedPerson,
                feigned,
                properties);
    }

    private static AuthorizationScopeProperty readProperty(ElementReader in)
            throws XMLStreamException {
        String scopeCode = "";
        String scopeName = "";
        Optional<String> scopeDescription = Optional.empty();
        String propertyCode = "";
        String propertyName = "";
        Optional<String> propertyDescription = Optional.empty();
        List<AdminCommission> commissions = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "authorizationScopeCode" -> scopeCode = in.token();
                case "authorizationScopeName" -> scopeName = in.token();
                case "authorizationScopeDescription" -> scopeDescription = Optional.of(in.token());
                case "authorizationScopePropertyCode" -> propertyCode = in.token();
                case "authorizationScopePropertyName" -> propertyName = in.token();
                case "authorizationScopePropertyDescription" ->
                        propertyDescription = Optional.of(in.token());
                case "adminCommission" -> commissions.add(readCommission(in));
                default -> in.skip();
            }
        }
        return new AuthorizationScopeProperty(
                scopeCode,
                scopeName,
                scopeDescription,
                propertyCode,
                propertyName,
                propertyDescription,
                commissions);
    }

    private static AdminCommission readCommission(ElementReader in) throws XMLStreamException {
        HsaId hsaId = null;
        String responsibleOrganisation = "";
        List<Sector> sectors = new ArrayList<>();
        boolean feigned = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "adminCommissionHsaId" ->
                        hsaId = CommonTypes.hsaId(in, "adminCommissionHsaId");
                case "adminCommissionResponsibleOrganisation" ->
                        responsibleOrganisation = in.token();
                case "sector" -> sectors.add(readSector(in));
                case "feignedAdminCommission" -> feigned = in.bool();
                default -> in.skip();
            }
        }
        return new AdminCommission(
                CommonTypes.required(hsaId, "adminCommissionHsaId"),
                responsibleOrganisation,
                sectors,
                feigned);
    }

    private static Sector readSector(ElementReader in) throws XMLStreamException {
        HsaId unit = null;
        boolean sectorFlag = false;
        String name = "";
        boolean feigned = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "unitHsaId" -> unit = CommonTypes.hsaId(in, "unitHsaId");
                case "sectorFlag" -> sectorFlag = in.bool();
                case "name" -> name = in.token();
                case "feignedUnit" -> feigned = in.bool();
                default -> in.skip();
            }
        }
        return new Sector(CommonTypes.required(unit, "unitHsaId"), sectorFlag, name, feigned);
    }
}
