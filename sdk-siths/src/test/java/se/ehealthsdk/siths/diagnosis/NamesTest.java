package se.ehealthsdk.siths.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of issuers come from the server and can be anybody's; the report goes to support desks. */
class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERIALNUMBER=191212121212,GIVENNAME=Tolvan,CN=Tolvan Tolvansson,C=SE | a person",
                "SURNAME=Tolvansson,CN=Tolvan Tolvansson,C=SE | a person",
                "SERIALNUMBER=191212121212,CN=system,C=SE | \"CN=system,C=SE\"",
                "CN=191212121212,O=Region,C=SE | \"CN=(number),O=Region,C=SE\"",
                "CN=121212-1212,C=SE | \"CN=(number),C=SE\""
            })
    void issuerWhoIsAPerson_isNotNamed(String name, String shown) {
        assertThat(Names.quoted(new X500Principal(name))).isEqualTo(shown);
    }

    @Test
    void issuerThatIsAnAuthority_isNamed() {
        assertThat(Names.quoted(new X500Principal("CN=SITHS e-id Root CA v2, O=Inera AB, C=SE")))
                .isEqualTo("\"CN=SITHS e-id Root CA v2,O=Inera AB,C=SE\"");
        assertThat(Names.quoted(new X500Principal(""))).isEqualTo("an empty name");
    }
}
