using System.Globalization;

namespace Faults.Egais;

/// <summary>A waybill and a write-off on their way.</summary>
/// <param name="Name">The number of both.</param>
/// <param name="Story">What becomes of them.</param>
/// <param name="Shipped">The bottles of the waybill.</param>
/// <param name="Broken">The bottles that are written off.</param>
internal sealed record EgaisCase(string Name, EgaisStory Story, Bottles Shipped, Bottles Broken)
{
    /// <summary>The waybill's id at its shipper.</summary>
    public string Waybill => $"{Name}-waybill";

    /// <summary>The write-off's id.</summary>
    public string WriteOff => $"{Name}-writeoff";

    public static async Task<EgaisCase> MakeAsync(UtmSystem system, string kind, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}"), EgaisStory.All[number % EgaisStory.All.Count], await system.BottlesAsync(), await system.BottlesAsync());
}
