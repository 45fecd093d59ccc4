namespace ServerJobs;

/// <summary>Reads the bytes of a job file for a change of it.</summary>
internal static class JobsFileBytes
{
    /// <exception cref="JobsConfigException">They cannot be read.</exception>
    public static byte[] Read(JobsFileText text, string path)
    {
        try
        {
            return text.Read();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new JobsConfigException($"{path}: the job file cannot be read ({unreadable.Message}).", $"{path}: файл заданий не читается ({unreadable.Message}).", unreadable);
        }
    }

    /// <exception cref="JobsConfigException">They are no job file.</exception>
    public static (JobsConfig Config, JobsText Text) Parse(byte[] bytes, string path)
    {
        var config = JobsConfigReader.Read(bytes, path);
        try
        {
            return (config, JobsText.Of(bytes));
        }
        catch (InvalidOperationException undecodable)
        {
            throw new JobsConfigException($"{path}: a text in the file is not UTF-8. Save it as UTF-8.", $"{path}: текст в файле не в UTF-8. Сохраните его в UTF-8.", undecodable);
        }
    }
}
