public class Nothing;
