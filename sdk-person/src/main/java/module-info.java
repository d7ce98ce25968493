/** Person data from the national person data service (Personuppgiftstjänsten, PU). */
module se.ehealthsdk.person {
    requires transitive se.ehealthsdk.core;
    requires static org.jspecify;

    exports se.ehealthsdk.person;
}
