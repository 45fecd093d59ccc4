namespace ServerJobs;

/// <summary>What came of a change of the job file.</summary>
public enum JobsEditVerdict
{
    /// <summary>The file holds the change.</summary>
    Done,

    /// <summary>The file has no entry of this id.</summary>
    NotFound,

    /// <summary>Somebody changed the file since it was read.</summary>
    Changed,

    /// <summary>The id is another job's already.</summary>
    Taken,

    /// <summary>The new entry is wrong; nothing was written.</summary>
    Wrong,

    /// <summary>The job is predefined and stays.</summary>
    Predefined,

    /// <summary>The file on disk is missing or wrong as a whole; a person has to mend it.</summary>
    Unusable,

    /// <summary>The file or its folder cannot be written.</summary>
    NotWritten,
}
