package se.ehealthsdk.testkit.certificate;

import java.net.URI;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/** Calls from the certificate services to what a vendor produces: one attempt each, over mutual TLS. */
final class VendorCalls {

    private final Credential credential;
    private final TrustAnchors trust;

    VendorCalls(Credential credential, TrustAnchors trust) {
        this.credential = credential;
        this.trust = trust;
    }

    Node call(RivtaContract<Node, Node> contract, URI url, LogicalAddress address, Node request) {
        Environment there = Environment.of("vendor", url, trust).withUrl(contract, url);
        try (RivtaClient client =
                RivtaClient.builder()
                        .environment(there)
                        .credential(credential)
                        .options(options -> options.retry(RetryPolicy.NONE))
                        .build()) {
            return client.call(contract, address, request);
        }
    }
}
