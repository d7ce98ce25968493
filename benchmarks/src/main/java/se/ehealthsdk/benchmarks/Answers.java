package se.ehealthsdk.benchmarks;

import java.nio.charset.StandardCharsets;

/** The answers of the server, as bytes made beforehand. All people are invented. */
final class Answers {

    private static final String[] GIVEN_NAMES = {"Åsa", "Björn", "Cecilia", "Östen", "Märta"};
    private static final String[] SURNAMES = {"Påhittsson", "Hittepå", "von Exempel", "Provdotter"};

    private Answers() {}

    static byte[] to(Workload work) {
        String body = work == Workload.WRITE ? storeLogResponse() : employees(work.records());
        return envelope("", body).getBytes(StandardCharsets.UTF_8);
    }

    static String envelope(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + ("<soapenv:Header>" + header + "</soapenv:Header>")
                + ("<soapenv:Body>" + body + "</soapenv:Body></soapenv:Envelope>");
    }

    static String storeLogResponse() {
        return """
        <ns2:StoreLogResponse xmlns="urn:riv:informationsecurity:auditing:log:2"\
         xmlns:ns2="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2">\
        <ns2:result><resultCode>OK</resultCode><resultText/></ns2:result></ns2:StoreLogResponse>""";
    }

    static String employees(int count) {
        StringBuilder xml =
                new StringBuilder(
                        """
                        <ns2:GetEmployeeIncludingProtectedPersonResponse\
                         xmlns="urn:riv:infrastructure:directory:employee:4"\
                         xmlns:ns2="urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:4">\
                        """);
        for (int i = 1; i <= count; i++) {
            xml.append(employee(i));
        }
        return xml.append("</ns2:GetEmployeeIncludingProtectedPersonResponse>").toString();
    }

    private static String employee(int number) {
        String given = GIVEN_NAMES[number % GIVEN_NAMES.length];
        String surname = SURNAMES[number % SURNAMES.length];
        String unit = "Vårdcentralen Provinge " + number;
        return """
        <ns2:personInformation>\
        <personHsaId>SE2321000016-TEST%1$04d</personHsaId>\
        <givenName>%2$s</givenName>\
        <middleAndSurName>%3$s</middleAndSurName>\
        <nickName>%2$s</nickName>\
        <mail>anstalld%1$04d@provinge.example.test</mail>\
        <telephoneNumber>+46701740605</telephoneNumber>\
        <telephoneNumber>+46701740606</telephoneNumber>\
        <switchboardNumber>+4680000000</switchboardNumber>\
        <mobileNumber>+46701740607</mobileNumber>\
        <telephoneHour><fromDay>1</fromDay><fromTime>08:00:00</fromTime><toDay>4</toDay>\
        <toTime>16:30:00</toTime></telephoneHour>\
        <telephoneHour><fromDay>5</fromDay><fromTime>08:00:00</fromTime><toDay>5</toDay>\
        <toTime>15:00:00</toTime><comment>Stängt över lunch</comment></telephoneHour>\
        <postalAddress><addressLine>%4$s</addressLine><addressLine>Påhittade gatan %1$d</addressLine>\
        <addressLine>123 45 Provinge</addressLine></postalAddress>\
        <description>Specialist i allmänmedicin, handledare för läkare under utbildning</description>\
        <title>Läkare</title>\
        <healthCareProfessionalLicence>Läkare</healthCareProfessionalLicence>\
        <paTitle><paTitleName>Överläkare</paTitleName><paTitleCode>201010</paTitleCode></paTitle>\
        <specialityName>Allmänmedicin</specialityName>\
        <specialityName>Geriatrik</specialityName>\
        <specialityCode>1900</specialityCode>\
        <specialityCode>1400</specialityCode>\
        <dn>CN=%2$s %3$s,OU=%4$s,O=Region Provinge,L=Provinge,C=SE</dn>\
        <protectedPerson>false</protectedPerson>\
        <personStartDate>2019-02-01T00:00:00</personStartDate>\
        <personEndDate>2031-12-31T23:59:59</personEndDate>\
        <feignedPerson>false</feignedPerson>\
        <healthCareProfessionalLicenceSpeciality>\
        <healthCareProfessionalLicence>Läkare</healthCareProfessionalLicence>\
        <specialityCode>1900</specialityCode><specialityName>Allmänmedicin</specialityName>\
        </healthCareProfessionalLicenceSpeciality>\
        <healthCareProfessionalLicenceSpeciality>\
        <healthCareProfessionalLicence>Läkare</healthCareProfessionalLicence>\
        <specialityCode>1400</specialityCode><specialityName>Geriatrik</specialityName>\
        </healthCareProfessionalLicenceSpeciality>\
        <age>47</age>\
        <gender>2</gender>\
        <structuredPostalAddress><addressee>%4$s</addressee><street>Påhittade gatan</street>\
        <premisesNumber>%1$d</premisesNumber><postCode>12345</postCode><town>Provinge</town>\
        </structuredPostalAddress>\
        </ns2:personInformation>"""
                .formatted(number, given, surname, unit);
    }
}
