namespace ServerJobs;

/// <summary>How a property of a calendar schedule is written.</summary>
internal enum CalendarKind
{
    /// <summary><c>2026-03-10</c>, kept as the number of the day.</summary>
    Date,

    /// <summary><c>09:00:00</c>, kept as seconds.</summary>
    Time,

    /// <summary>A whole number.</summary>
    Number,
}
