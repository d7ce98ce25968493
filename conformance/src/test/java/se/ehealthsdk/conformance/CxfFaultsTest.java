package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import se.ehealthsdk.conformance.SchemaSamples.Filling;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** SOAP faults between the SDK and Apache CXF, in both directions. */
class CxfFaultsTest {

    private static final String ADDRESS = "SE165565594230-1000";

    private static OfficialInteraction getUnit;
    private static CxfServer cxfServer;
    private static CxfClient cxfClient;

    @BeforeAll
    static void start() {
        getUnit = OfficialContracts.newest("GetUnit", "5.0"); // skips them all when not there
        cxfServer = CxfServer.start(Parties.cxfServer());
        cxfClient = new CxfClient(Parties.cxfClient());
    }

    @AfterAll
    static void stop() {
        if (cxfServer != null) {
            cxfClient.close();
            cxfServer.close();
        }
    }

    @Test
    void faultOfCxf_isAServiceFault_withItsCodeAndText() {
        URI service =
                cxfServer.serve(
                        getUnit,
                        request -> {
                            throw new SoapFault("Okänd enhet", Soap11.getInstance().getSender());
                        });

        ServiceFaultException fault = callCxf(service, "SE2321000016-UNIT");

        assertThat(fault.faultCode()).isEqualTo("Client");
        assertThat(fault.faultString()).isEqualTo("Okänd enhet");
        assertThat(fault.retryable()).isFalse();
    }

    @Test
    void requestThatTheContractForbids_isRefusedByCxf_andThatIsAServiceFault() {
        URI service = cxfServer.serve(getUnit, request -> answer());

        ServiceFaultException fault = callCxf(service, "notInTheContract");

        assertThat(fault.faultString()).contains("notInTheContract");
    }

    @Test
    void faultOfAHandler_reachesCxf_withItsCodeAndText() {
        SoapFault fault =
                callUs(
                        request -> {
                            throw RivtaFault.client("Okänd enhet & <mer>");
                        },
                        ADDRESS,
                        request());

        assertThat(fault.getFaultCode()).isEqualTo(Soap11.getInstance().getSender());
        assertThat(fault.getReason()).isEqualTo("Okänd enhet & <mer>");
    }

    @Test
    void handlerThatFails_isAFaultOfTheServer_thatDoesNotTellWhy() {
        SoapFault fault =
                callUs(
                        request -> {
                            throw new IllegalStateException("secret of the database");
                        },
                        ADDRESS,
                        request());

        assertThat(fault.getFaultCode()).isEqualTo(Soap11.getInstance().getReceiver());
        assertThat(fault.getReason()).isNotBlank().doesNotContain("secret");
    }

    @Test
    void requestWithoutWhatTheContractRequires_isAFaultOfTheClient() {
        String empty = "<GetUnit xmlns='" + getUnit.namespace() + "'/>";

        SoapFault fault = callUs(request -> request, ADDRESS, empty);

        assertThat(fault.getFaultCode()).isEqualTo(Soap11.getInstance().getSender());
        assertThat(fault.getReason()).contains("unitHsaId");
    }

    @Test
    void requestOfAContractThatIsNotServed_isAFaultOfTheClient() {
        String other = "<GetUnit xmlns='urn:riv:example:GetUnitResponder:1'/>";

        SoapFault fault = callUs(request -> request, ADDRESS, other);

        assertThat(fault.getFaultCode()).isEqualTo(Soap11.getInstance().getSender());
        assertThat(fault.getReason()).contains("urn:riv:example:GetUnitResponder:1");
    }

    @Test
    void requestWithoutLogicalAddress_isAFaultOfTheClient() {
        SoapFault fault = callUs(request -> request, "", request());

        assertThat(fault.getFaultCode()).isEqualTo(Soap11.getInstance().getSender());
        assertThat(fault.getReason()).containsIgnoringCase("logicalAddress");
    }

    /** Calls CXF with one element of our choice in the request, which the contract may not have. */
    private static ServiceFaultException callCxf(URI service, String elementOrUnit) {
        RivtaContract<String, String> contract =
                RivtaContract.query(
                        "infrastructure:directory:organization",
                        "GetUnit",
                        5,
                        new OneElement(),
                        new OneElement());
        try (RivtaClient client = Parties.client(contract, service)) {
            return catchThrowableOfType(
                    ServiceFaultException.class,
                    () -> client.call(contract, LogicalAddress.of(ADDRESS), elementOrUnit));
        }
    }

    private interface Answer {
        String to(String request);
    }

    private static SoapFault callUs(Answer answer, String logicalAddress, String request) {
        RivtaContract<String, String> contract =
                RivtaContract.query(
                        "infrastructure:directory:organization",
                        "GetUnit",
                        5,
                        new OneElement(),
                        new OneElement());
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder().on(contract, (asked, caller) -> answer.to(asked)).build();
        try (RivtaServer server =
                RivtaServer.start(
                        endpoint,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Parties.server(),
                        Parties.ROOTS)) {
            return catchThrowableOfType(
                    SoapFault.class,
                    () -> cxfClient.call(getUnit, server.url(), logicalAddress, request));
        }
    }

    private static String request() {
        return Xml.text(sample(true));
    }

    private static String answer() {
        return Xml.text(sample(false));
    }

    private static Document sample(boolean request) {
        return SchemaSamples.sample(
                getUnit, request ? getUnit.request() : getUnit.response(), Filling.NOTHING, 0);
    }

    /** A vendor's own codec, which can be wrong. */
    private record OneElement() implements MessageCodec<String> {

        @Override
        public void write(String message, ElementWriter out) throws XMLStreamException {
            boolean unit = message.startsWith("SE");
            out.text(unit ? "unitHsaId" : message, unit ? message : "x");
        }

        @Override
        public String read(ElementReader in) throws XMLStreamException {
            String unit = null;
            while (in.nextChild()) {
                if (in.name().equals("unitHsaId")) {
                    unit = in.token();
                } else {
                    in.skip();
                }
            }
            if (unit == null) {
                throw new XMLStreamException("unitHsaId is missing");
            }
            return unit;
        }
    }
}
