/** Names that are common in India: the north, the south and among Sikhs. */
import type { RegionNames } from "../region_names.ts";

export const NAMES_INDIAN: RegionNames = {
  commonGiven: `
    aarti aarav aadhya aakash abhay abhijit abhinav abhishek aditi aditya ajay ajit akash akhil akshay akshara
    alok aman amar amit amita amitabh amol amrit amrita anand anandi ananya aniket anil anirudh anita anjali
    anjana anju ankit ankita ankur anoop anshul anuj anupam anupama anuradha anurag anusha aparna archana arjun
    arnav arpita arti arun aruna arvind asha ashish ashok ashwin ashwini atul avinash ayush balaji balakrishnan
    balwinder bhagyashree bharat bharati bhaskar bhavana bhavesh bhavna bhupinder bindu brijesh chandan chandra
    chandrashekhar charan chetan chitra daljit darshan deepa deepak deepika deepthi devendra devi dhananjay
    dharmendra dhruv dilip dinesh divya divyansh gagan gagandeep ganesh garima gaurav gauri gautam gayatri geeta
    geetha girish gopal gopi govind gurdeep gurmeet gurpreet gursharan gurvinder hardeep hari harish harjit
    harpreet harsh harsha harshad harshita harvinder hema hemant himanshu indira indrajit ishaan ishita jagdish
    jagjit jasbir jaspreet jaswinder jatin jaya jayant jayanta jayanthi jayashree jeevan jignesh jitendra jyoti
    jyothi kabir kailash kajal kalpana kalyan kalyani kamala kamlesh kanchan kanika kapil karan karthik kartik
    karuna kaushal kaushik kavita kavitha kavya keshav ketan khushi kiran kirti kishan kishore komal krishna
    krishnan kuldeep kulwinder kumari kunal lakshman lakshmi lalit lalitha lata latha laxmi leela madan madhav
    madhavi madhu madhuri mahendra mahesh maheshwari malini mamta manav mandeep maneesh mangala manish manisha
    manjit manju manjula manjunath manoj manpreet mansi mayank mayur meena meenakshi meera megha meghana mihir
    milind minal mohan mohit mohini monika mridula mukesh mukta murali naga nagaraj nagesh namita namrata nandini
    narayan narendra naresh navdeep naveen navneet navya neelam neeraj neeta neetu neha nikhil nikita nilesh
    nimisha niranjan niraj nirmal nirmala nisha nishant nita nitesh nithya nitin nitya niti omkar padma padmavati
    padmini pallavi pankaj parag paramjit parminder parul parvati pavan pavithra pawan payal piyush pooja poonam
    pournima prabhakar prabhat prabhu prachi pradeep pradip pragya prakash pramod pranab pranav pranay prasad
    prasanna prashant prashanth pratap pratibha pratik pratima praveen preethi preeti prem prerna prithvi priti
    priya priyanka puja puneet puneeta punit purnima pushpa rachana rachna radha radhika raghav raghavendra raghu
    rahul raj raja rajan rajat rajeev rajendra rajesh rajeshwari rajinder rajiv rajkumar rajni raju rakesh rakhi
    ramakrishna raman ramesh ramya ranbir randeep rani ranjan ranjana ranjit ranjith rashmi ratan ratna raveena
    ravi ravindra reena rekha renu renuka reshma revathi richa riddhi rishabh rishi ritesh ritika ritu riya rohan
    rohini rohit roshan roshni ruchi rukmini rupa rupali sachin sadhana sahil sakshi sameer samir sampath sandeep
    sandhya sangeeta sanjana sanjay sanjeev sanjiv sankar santosh sapna sarala saraswati sarita sarojini sarvesh
    satish satya satyam saurabh savita savitri seema selvam senthil shailaja shailendra shailesh shakti shakuntala
    shalini shankar shanta shanthi sharad sharda sharmila shashank shashi sheetal shekhar shilpa shivam shivani
    shobha shradha shreya shruti shubha shubham shweta shyam siddharth siddhi simran sita smita smitha sneha
    sonali sonam sonu sourav sowmya sridevi sridhar srikant srikanth srinivas sriram srishti subhash subodh
    subramaniam suchitra sudha sudhir sudipta sugandha sujata sujatha sukhdev sukhwinder suman sumana sumit
    sumitra sunanda sundar sunil sunita suraj surbhi surekha surendra suresh surinder surya sushant sushil sushila
    sushma suvarna swapna swapnil swati swathi tanmay tanuja tanvi tapas tara tarun tejas tripti tulsi tushar uday
    ujjwal uma umesh urmila urvashi usha uttam vaibhav vandana vani varsha varun vasant vasanthi vasudha vasudev
    veena venkat venkatesh venkateswara vibha vidhya vidya vijay vijaya vikas vikram vikrant vimal vimala vinay
    vinayak vineet vineeta vinita vinod vipin vipul virender vishal vishnu vishwas vivek yamini yash yashoda
    yashwant yogendra yogesh yogita zubin baldev harbhajan jagmohan kirpal lakhwinder malkit navjot rupinder
    satinder satnam sukhbir tejinder varinder`,
  given: `
    abha anu arya asha bala bina bobby dev dipti gita hema isha jai jay kala karan kripa lila maya mina mira mona
    nina nitu om puja rama reva rita rina roop ruby rukma sana sanju shiv shri siya sonu sri sushil tina tanya uma
    usha vinita vasu veer yuvraj zoya`,
  givenWords: `
    ashok asha chandra dev jay maya om raja rani ram shakti surya tara veda`,
  family: `
    acharya adhikari agarwal aggarwal agrawal ahluwalia ahuja aiyar aiyer ambani anand aneja arora arya asthana
    atwal awasthi babu bachchan badami bagchi bahl bains bajaj bajpai bakshi balakrishnan balan balasubramaniam
    bali banerjee banerji bansal barua basu batra bedi bhalla bhandari bhardwaj bhargava bhaskar bhat bhatia
    bhatnagar bhatt bhattacharjee bhattacharya bhattacharyya bhave bhosale birla biswas bora borah borkar bose
    brar chadha chahal chakrabarti chakraborty chakravarthy chandran chandrasekaran chandrasekhar chatterjee
    chaturvedi chaudhari chaudhary chaudhry chaudhuri chauhan chavan chawla chheda chopra choudhary choudhury
    chowdhury dalal dalvi damodaran das dasgupta datta dave deol desai deshmukh deshpande devi dewan dhaliwal dhar
    dhawan dhillon dhingra dhoni dixit doshi dube dubey dutt dutta gadkari gaikwad gandhi ganesan ganguly garg
    gavaskar george ghosh ghoshal gill gogoi gokhale gopal gopalakrishnan gopinath goswami goyal grewal grover
    guha gujral gulati gundu gupta handa hegde iyengar iyer jadhav jagannathan jain jaiswal jayaraman jena jha
    jhaveri jindal johal joseph joshi kadam kakkar kale kalra kamat kamath kamble kannan kapadia kapoor kapur
    karnik kar karunanidhi kashyap kaul kaur khan khandelwal khanna khatri khosla khurana kochhar kohli kolhe
    kothari krishnamurthy krishnan krishnaswamy kulkarni kumar kumari kundu kurian lad lal lamba lele luthra madan
    mahadevan mahajan mahalingam mahapatra maheshwari mahto maity majumdar malhotra malik mallick mandal mane
    mangeshkar mani manjrekar mann mathew mathur mehra mehrotra mehta menon merchant misra mishra mistry mitra
    mittal modi mohan mohanty mohapatra more mukherjee mukherji mukhopadhyay munshi murthy murugan murugesan nadar
    nadkarni nagar nagarajan naidu naik nair nambiar nanda narang narasimhan narayan narayanan natarajan nath
    nayak nayar negi nehru nigam oberoi ojha padhi padmanabhan pai pal palaniappan pande pandey pandit pandya
    panicker panigrahi panikkar pant parekh parikh parmar patel pathak patil patnaik patra pawar perumal phadke
    philip pillai poojari potdar prabhakar prabhu pradhan prakash prasad puri purohit radhakrishnan raghavan
    raghunathan rahman rai raina raja rajagopal rajagopalan rajan rajaraman rajendran rajput raju ram ramachandran
    ramakrishnan raman ramanathan ramanujan ramasamy ramasubramanian ramaswamy ramesh rana ranade randhawa
    ranganathan rangarajan rao rastogi rath rathod rathore raut raval rawal rawat ray reddy rege roy sabharwal
    sachdev sachdeva sagar saha sahni sahoo sahu saini salunkhe samant samuel sandhu sane sangha sankaran
    santhanam saraf sarkar sarma satpathy savant sawant saxena sehgal sekhar selvaraj sen sengupta seshadri sethi
    sethia sethuraman shah sharma shastri shekhawat shenoy shetty shinde shivakumar shroff shukla sidhu sinha
    singh singhal singhania sivakumar solanki somani soni sood srinivas srinivasan srivastava subbarao subramaniam
    subramanian subramanyam sukumar sundaram sundararajan suresh suri swamy swaminathan tagore talwar tandon
    taneja tata tendulkar thakkar thakur thapar tharoor thomas tiwari tomar trehan tripathi trivedi tyagi
    unnikrishnan upadhyay upadhyaya vaidya varghese varma vasudevan venkataraman venkatesan venkatesh verma
    vijayan vijayakumar virk vishwanathan vohra vyas wadhwa wagh walia yadav zaveri`,
  familyWords: `
    anand babu bal bali bedi bora dada dal dave dey gill george jain kale kar lad lal lamba malik mane mann mani
    modi more naga pai pal puri raja ram ray sane tata`,
};
