/**
 * The HSA directory: employees, commissions, units and care providers, through its service contracts.
 */
module se.ehealthsdk.hsa {
    requires transitive se.ehealthsdk.core;
    requires static com.github.benmanes.caffeine;
    requires static org.jspecify;

    exports se.ehealthsdk.hsa;
    exports se.ehealthsdk.hsa.contract;
    exports se.ehealthsdk.hsa.webcert;
}
