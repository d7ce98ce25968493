/** Person data from the national person data service (Personuppgiftstjänsten, PU). */
module se.ehealthsdk.person {
    requires transitive se.ehealthsdk.core;
    requires static com.github.benmanes.caffeine;
    requires static org.jspecify;

    exports se.ehealthsdk.person;
    exports se.ehealthsdk.person.contract;
}
