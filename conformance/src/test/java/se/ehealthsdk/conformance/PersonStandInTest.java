package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.xml.ws.WebServiceException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.person.PersonServiceFault;
import se.ehealthsdk.testkit.person.PersonServiceStandIn;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/** The testkit's person data service, asked by an independent consumer that validates by the official schema. */
@NeedsOfficialContracts
class PersonStandInTest {

    private static CxfClient cxf;
    private static RivtaServer server;
    private static OfficialInteraction getPersons;
    private static HsaStandIn directory;
    private static PersonServiceStandIn service;

    @BeforeAll
    static void start() {
        getPersons = OfficialContracts.newest("GetPersonsForProfile", "5.0");
        cxf = new CxfClient(Parties.cxfClient());
        directory = HsaStandIn.shipped();
        service = new PersonServiceStandIn(directory);
        RivtaEndpoint.Builder endpoint = RivtaEndpoint.builder();
        service.answerOn(endpoint);
        server =
                RivtaServer.start(
                        endpoint.build(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Parties.server(),
                        Parties.ROOTS);
    }

    @AfterAll
    static void stop() {
        server.close();
        cxf.close();
    }

    private static List<PersonId> everyone() {
        List<PersonId> all = new ArrayList<>();
        directory.personas().forEach(each -> all.add(each.personId()));
        for (RegisteredPerson each :
                List.of(
                        RegisteredPerson.NORDIN,
                        RegisteredPerson.UPPSALA,
                        RegisteredPerson.SECRET,
                        RegisteredPerson.HIDDEN,
                        RegisteredPerson.DECEASED,
                        RegisteredPerson.OLD_NUMBER,
                        RegisteredPerson.NEW_NUMBER,
                        RegisteredPerson.TEST_PERSON)) {
            all.add(each.id());
        }
        all.add(PersonId.parse("201212121212"));
        return all;
    }

    private static String ask(List<PersonId> people, String profile, boolean ignore) {
        StringBuilder request =
                new StringBuilder(
                        "<g:GetPersonsForProfile"
                                + " xmlns:g=\"urn:riv:strategicresourcemanagement:persons:person:GetPersonsForProfileResponder:5\""
                                + " xmlns:c=\"urn:riv:strategicresourcemanagement:persons:person:5\">");
        for (PersonId each : people) {
            request.append("<g:personId><c:root>")
                    .append(each.oid())
                    .append("</c:root><c:extension>")
                    .append(each.value())
                    .append("</c:extension></g:personId>");
        }
        return cxf.call(
                getPersons,
                server.url(),
                "SE165565594230-1000",
                request
                        + "<g:profile>"
                        + profile
                        + "</g:profile><g:ignoreReferredIdentity>"
                        + ignore
                        + "</g:ignoreReferredIdentity></g:GetPersonsForProfile>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P4", "P5"})
    void everyone_inEachProfile_isAnsweredAsTheSchemaWants(String profile) {
        List<PersonId> people = everyone();

        for (boolean ignore : new boolean[] {true, false}) {
            String answer = ask(people, profile, ignore);
            assertThat(answer.split("requestedPersonalIdentity>", -1))
                    .hasSize(2 * people.size() + 1);
            assertThat(answer).contains(RegisteredPerson.SECRET.id().value());
        }
    }

    @Test
    void answerThatForgetsTheProtection_isFoundBySchemaValidation() {
        service.next(PersonServiceFault.FORGETS_PROTECTION);

        assertThatThrownBy(() -> ask(everyone(), "P2", true))
                .isInstanceOf(WebServiceException.class)
                .hasMessageContaining("protectedPersonIndicator");
    }
}
