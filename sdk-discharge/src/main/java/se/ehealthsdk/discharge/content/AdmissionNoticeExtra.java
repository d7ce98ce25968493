package se.ehealthsdk.discharge.content;

/** What an admission notice can tell beyond the Act's four items: name, identity number, address and estimated discharge. */
public enum AdmissionNoticeExtra {
    /** That the care is psychiatric. */
    PSYCHIATRIC_CARE,
    /** That a municipality has placed the patient elsewhere. */
    PLACING_MUNICIPALITY
}
