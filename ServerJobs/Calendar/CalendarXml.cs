using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ServerJobs;

/// <summary>The XML form in which 1C exchanges calendar schedules.</summary>
public static class CalendarXml
{
    private const int LongestText = 1_000_000;
    private const int LastWeekDay = 7;
    private const int LastMonth = 12;
    private static readonly XNamespace Outer = "http://v8.1c.ru/8.3/xcf/extrnprops";
    private static readonly XNamespace Inner = "http://v8.1c.ru/8.1/data/enterprise";

    // Names are looked at without their namespaces, which differ between versions of 1C.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestText };

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">The XML, with or without a byte order mark.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="CalendarFormatException">It is not one.</exception>
    public static CalendarSchedule Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        return Read(() => XmlReader.Create(reader, Safe));
    }

    /// <summary>Reads a schedule.</summary>
    /// <param name="stream">The XML, with or without a byte order mark.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="CalendarFormatException">It is not one.</exception>
    public static CalendarSchedule Read(Stream stream) => Read(() => XmlReader.Create(stream, Safe));

    /// <summary>Writes a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The XML without a declaration.</returns>
    public static string Write(CalendarSchedule schedule) => Element(schedule).ToString();

    /// <summary>Writes a schedule as a file of 1C: UTF-8 with a byte order mark.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(CalendarSchedule schedule, Stream stream)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Indent = true });
        new XDocument(Element(schedule)).Save(writer);
    }

    private static CalendarSchedule Read(Func<XmlReader> open)
    {
        var root = Load(open);
        var element = root.Name.LocalName == "JobSchedule" ? root.Elements().FirstOrDefault(child => child.Name.LocalName == "Schedule") : null;
        if (element is null)
        {
            throw new CalendarFormatException(
                $"The XML has the root element '{root.Name.LocalName}' and is no schedule of a job; expected: JobSchedule with an element Schedule inside.",
                $"Корневой элемент XML - «{root.Name.LocalName}», это не расписание задания; нужно: JobSchedule с элементом Schedule внутри.");
        }

        var values = Values(element, CalendarField.All);
        if (values.EndsBeforeItBegins) throw Wrong("Schedule", "EndDate", element.Attribute("EndDate")!.Value, $"a date not before BeginDate {CalendarField.All[0].Write(values["BeginDate"])}", $"дата не раньше BeginDate {CalendarField.All[0].Write(values["BeginDate"])}");
        var rows = element.Elements().Where(child => child.Name.LocalName == "DetailedDailySchedules").Select(row => Values(row, CalendarField.OfRow).ToRow());
        return values.ToSchedule(Numbers(element, "WeekDays", LastWeekDay), Numbers(element, "Months", LastMonth), [.. rows]);
    }

    private static XElement Load(Func<XmlReader> open)
    {
        try
        {
            using var reader = open();
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException broken)
        {
            throw new CalendarFormatException($"The schedule is not XML that may be read here: {broken.Message}", $"Расписание - не XML или XML, который здесь не читается: {broken.Message}", broken);
        }
    }

    private static CalendarValues Values(XElement element, IReadOnlyList<CalendarField> fields)
    {
        var values = new CalendarValues();
        foreach (var field in fields)
        {
            if (element.Attribute(field.Name)?.Value is not { } text) continue;
            if (!field.TryRead(text.Trim(), out var value)) throw Wrong(element.Name.LocalName, field.Name, text, field.Expected, field.ExpectedRu);
            values[field.Name] = value;
        }

        return values;
    }

    private static CalendarNumbers Numbers(XElement element, string name, int last)
    {
        var text = element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value ?? "";
        var numbers = new List<int>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > last)
            {
                throw Wrong(element.Name.LocalName, name, part, $"whole numbers 1..{last} with spaces between them", $"целые числа 1..{last} через пробел");
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static CalendarFormatException Wrong(string element, string name, string value, string expected, string expectedRu) =>
        new($"{element}.{name} is '{value}'; expected: {expected}.", $"{element}.{name}: указано «{value}»; нужно: {expectedRu}.");

    private static XElement Element(CalendarSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var rows = schedule.DetailedDailySchedules.Select(row => Scalars(Inner + "DetailedDailySchedules", CalendarValues.Of(row), [], []));
        var inner = Scalars(Outer + "Schedule", CalendarValues.Of(schedule), schedule.WeekDays, schedule.Months);
        inner.Add(rows);
        return new XElement(Outer + "JobSchedule", new XAttribute(XNamespace.Xmlns + "e", Inner), new XAttribute("version", "2.20"), inner);
    }

    private static XElement Scalars(XName name, CalendarValues values, CalendarNumbers weekDays, CalendarNumbers months) => new(
        name,
        CalendarField.All.Select(field => new XAttribute(field.Name, field.Write(values[field.Name]))),
        new XElement(Inner + "WeekDays", weekDays.ToString()),
        new XElement(Inner + "Months", months.ToString()));
}
