using System.ComponentModel.DataAnnotations;

namespace Swap;

public sealed class SwapItem
{
    [Required]
    public string Name { get; set; } = "";

    [Range(0, 100)]
    public int Count { get; set; }

    public SwapMode Mode { get; set; }

    public List<SwapItem> Children { get; set; } = [];
}
