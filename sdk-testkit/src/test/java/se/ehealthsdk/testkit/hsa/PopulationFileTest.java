package se.ehealthsdk.testkit.hsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.HsaId;

class PopulationFileTest {

    @TempDir Path directory;

    @Test
    void read_ownFile_isThePopulation() throws Exception {
        HsaStandIn read =
                read(
                        """
                        careProviders:
                          - {hsaId: TEST-VG, name: Vårdgivaren, organisationNumber: 232100-0156}
                        people:
                          - name: SOMEONE
                            personId: "191212121212"
                            givenName: Någon
                            surname: Någonsson
                            posts: [{hsaId: TEST-1}]
                        """);

        assertThat(read.persona("SOMEONE").hsaId()).isEqualTo(HsaId.of("TEST-1"));
        assertThat(read.careProviders()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units:\\n  - {hsaId: TEST-1, nme: X}|line 2|\"name\" is missing",
                "units:\\n  - {hsaId: TEST-1, name: X, colour: red}|line 2|\"colour\"",
                "units:\\n  - hsaId: TEST-1\\n    name: X\\n    openingHours: [always]|line 4|openingHours",
                "careProviders:\\n  - hsaId: TEST-1\\n    name: X\\n    organisationNumber: 1|line 4|organisationNumber",
                "people:\\n  - {name: X, personId: '191212121213', givenName: A, surname: B}|line 2|personId",
                "people:\\n  - {name: X, personId: '191212121212', givenName: A, surname: B}|line 2|post",
                "units: many|line 1|not a list",
                "nonsense: []|line 1|\"nonsense\"",
                "units: [|line 1|not YAML"
            })
    void read_wrongFile_namesFileAndLine(String yaml, String line, String what) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(line)
                .hasMessageContaining(what);
    }

    @Test
    void read_missingFile_saysSo() {
        assertThatThrownBy(() -> HsaStandIn.read(directory.resolve("none.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.yaml");
    }

    @Test
    void shipped_references_allLeadSomewhere() {
        HsaStandIn all = HsaStandIn.shipped();
        Set<HsaId> holders = new HashSet<>();
        all.units().forEach(it -> holders.add(it.hsaId()));
        all.careProviders().forEach(it -> holders.add(it.hsaId()));
        Set<HsaId> commissions = new HashSet<>();
        all.commissions().forEach(it -> commissions.add(it.hsaId()));

        assertThat(all.commissions()).allMatch(it -> holders.contains(it.holder()));
        assertThat(all.units())
                .allMatch(it -> it.careProvider().map(holders::contains).orElse(true))
                .allMatch(it -> it.careUnit().map(holders::contains).orElse(true));
        assertThat(all.personas())
                .flatExtracting(Persona::posts)
                .flatExtracting(Post::memberships)
                .extracting(Membership::commission)
                .allMatch(commissions::contains);
    }

    private HsaStandIn read(String yaml) throws Exception {
        return HsaStandIn.read(Files.writeString(directory.resolve("mine.yaml"), yaml));
    }
}
