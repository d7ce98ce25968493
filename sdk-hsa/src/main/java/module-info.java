/**
 * The HSA directory: employees, commissions, units and care providers, through its service contracts,
 * over LDAP, and from the file of all units.
 */
module se.ehealthsdk.hsa {
    requires transitive se.ehealthsdk.core;
    requires org.slf4j;
    requires static com.github.benmanes.caffeine;
    requires static org.jspecify;
    requires static unboundid.ldapsdk;

    exports se.ehealthsdk.hsa;
    exports se.ehealthsdk.hsa.contactcard;
    exports se.ehealthsdk.hsa.contract;
    exports se.ehealthsdk.hsa.directory;
    exports se.ehealthsdk.hsa.geodesy;
    exports se.ehealthsdk.hsa.index;
    exports se.ehealthsdk.hsa.ldap;
    exports se.ehealthsdk.hsa.opening;
    exports se.ehealthsdk.hsa.readiness;
    exports se.ehealthsdk.hsa.schema;
    exports se.ehealthsdk.hsa.supportandtreatment;
    exports se.ehealthsdk.hsa.syntax;
    exports se.ehealthsdk.hsa.unitfile;
    exports se.ehealthsdk.hsa.webcert;
}
